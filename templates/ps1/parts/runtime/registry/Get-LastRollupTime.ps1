# Each cumulative update leaves a package with its time; 112 is the state "installed".
function Get-LastRollupTime {
    $packages = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
    $installed = @(Get-SubkeyName -Path $packages | Where-Object {
            $_ -like 'Package_for_RollupFix~*' -and
            (Get-RegistryValue -Path "$packages\$_" -Name 'CurrentState') -eq 112
        })
    $newest = $installed |
        ForEach-Object { Get-RegistryValue -Path "$packages\$_" -Name 'InstallTimeHigh' } |
        Sort-Object -Descending | Select-Object -First 1
    # The upper half of the file time is exact to seven minutes.
    if ($newest) { [datetime]::FromFileTimeUtc([long] $newest * 4294967296) }
}

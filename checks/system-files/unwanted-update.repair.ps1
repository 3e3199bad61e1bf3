param([string] $Update, [int] $InstalledState, [int] $Minutes)
if (-not $Update) { return }
$key = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
$names = @(Get-SubkeyName -Path $key)
$versions = @($names -match "^Package_\d+_for_$Update~" | ForEach-Object { ($_ -split '~')[-1] })
foreach ($name in $names) {
    $isOwn = $name -like "Package_for_$Update~*"
    $isRollup = $name -like 'Package_for_RollupFix~*' -and ($name -split '~')[-1] -in $versions
    if (-not $isOwn -and -not $isRollup) { continue }
    if ((Get-RegistryValue -Path "$key\$name" -Name 'CurrentState') -ne $InstalledState) { continue }
    $arguments = '/English', '/Online', '/Remove-Package', "/PackageName:$name", '/NoRestart'
    $splat = @{ Tool = 'dism'; ArgumentList = $arguments; TimeoutSeconds = 60 * $Minutes; SuccessCode = 0, 3010 }
    $null = Invoke-RepairTool @splat
}

param([string] $Update, [int] $InstalledState, [int] $Days)
$key = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
if (-not (Test-Path -LiteralPath $key)) { return New-Finding -Status Unknown -Reason 'unreadable' }
if (-not $Update) {
    $query = @{
        Log      = 'System'
        Provider = 'Microsoft-Windows-WindowsUpdateClient'
        Id       = 19
        Since    = (Get-Date).ToUniversalTime().AddDays(-$Days)
    }
    # Titles are translated, the number is not. These three come weekly: definitions and scanners.
    $often = 'KB2267602', 'KB4052623', 'KB890830'
    $titles = Get-EventRecord @query | ForEach-Object { [string] $_.Data['updateTitle'] }
    $numbers = $titles | ForEach-Object { [regex]::Match($_, 'KB[0-9]{6,7}').Value }
    $recent = @($numbers | Where-Object { $_ -and $_ -notin $often } | Select-Object -Unique -First 5)
    if ($recent.Count -eq 0) { return New-Finding -Status Ok }
    return New-Finding -Status Ok -Reason 'recent' -Evidence @{ Days = $Days; Recent = $recent }
}
# A cumulative update is a package without the number; its parts have it, and its version.
$names = @(Get-SubkeyName -Path $key)
$versions = @($names -match "^Package_\d+_for_$Update~" | ForEach-Object { ($_ -split '~')[-1] })
$packages = @($names | Where-Object {
        $_ -like "Package_for_$Update~*" -or
        ($_ -like 'Package_for_RollupFix~*' -and ($_ -split '~')[-1] -in $versions)
    })
$evidence = @{ Update = $Update; Packages = $packages }
$states = @($packages | ForEach-Object { Get-RegistryValue -Path "$key\$_" -Name 'CurrentState' })
if ($states -contains $InstalledState) {
    return New-Finding -Status Problem -Reason 'installed' -Evidence $evidence
}
$splat = @{ ClassName = 'Win32_QuickFixEngineering'; Filter = "HotFixID = '$Update'"; OperationTimeoutSec = 60 }
if ($packages.Count -eq 0 -and @(Get-CimInstance @splat).Count -gt 0) {
    return New-Finding -Status Unknown -Reason 'no-package' -Evidence $evidence
}
New-Finding -Status Ok -Reason 'not-installed' -Evidence $evidence

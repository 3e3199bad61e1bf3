# Whether Windows shows that an update which failed (UTC) is installed or replaced, although no event says so.
# Build and revision stand in its title, or in the name of its package.
function Test-SettledUpdate {
    param([Parameter(Mandatory)] [AllowEmptyString()] [string] $Title, [Parameter(Mandatory)] [datetime] $Time)
    $version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $build, $revision, $name = 'CurrentBuildNumber', 'UBR', 'DisplayVersion' |
        ForEach-Object -Process { Get-RegistryValue -Path $version -Name $_ }
    $installed = Get-InstallTime
    if ($installed -gt $Time -and $installed -le [datetime]::UtcNow) { return $true }
    if ($Title -match '(?:\(|RollupFix~.*~)(\d{5})\.(\d{1,5})[.)]') {
        return [int] $build -ge $Matches[1] -and [int] $revision -ge $Matches[2]
    }
    # An upgrade has no number of an update.
    if ($Title -notmatch 'KB\d{6,8}') { return $false }
    $query = @{ ClassName = 'Win32_QuickFixEngineering'; Filter = "HotFixID = '$($Matches[0])'" }
    if ($Title -match '\b(\d\dH\d)\b' -and $Matches[1] -lt $name) { return $true }
    if (Get-CimInstance @query -OperationTimeoutSec 60 -ErrorAction SilentlyContinue) { return $true }
    # Cumulative ones in the languages of Europe and in Japanese; those of .NET are others.
    $latest = if ($Title -match '^(?!.*\.NET).*(umulati|\u7d2f\u7a4d)') { Get-LastRollupTime }
    $null -ne $latest -and $latest -gt $Time
}

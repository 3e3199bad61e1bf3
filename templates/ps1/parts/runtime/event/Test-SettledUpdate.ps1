# Whether Windows shows that an update which failed (UTC) is installed or replaced, although no event says so.
function Test-SettledUpdate {
    param([string] $Title, [Parameter(Mandatory)] [datetime] $Time)
    $version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $build, $revision, $name = 'CurrentBuildNumber', 'UBR', 'DisplayVersion' |
        ForEach-Object { Get-RegistryValue -Path $version -Name $_ }
    if ((Get-InstallTime) -gt $Time) { return $true }
    if ($Title -match '\((\d{5})\.(\d{1,5})\)') {
        # 64: it counts, and stays unpacked.
        $store = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
        $held = Get-SubkeyName -Path $store | Where-Object { $_ -like "*.$($Matches[2]).*" } |
            Where-Object { (Get-RegistryValue -Path "$store\$_" -Name 'CurrentState') -eq 64 }
        return -not $held -and [int] $build -ge $Matches[1] -and [int] $revision -ge $Matches[2]
    }
    if ($Title -notmatch 'KB\d{6,8}') { return $false }
    $query = @{ ClassName = 'Win32_QuickFixEngineering'; Filter = "HotFixID = '$($Matches[0])'" }
    if ($Title -match '\b(\d\dH\d)\b' -and $Matches[1] -lt $name) { return $true }
    if (Get-CimInstance @query -OperationTimeoutSec 60 -ErrorAction SilentlyContinue) { return $true }
    # Those of .NET are others.
    $latest = if ($Title -match '^(?!.*\.NET).*(umulati|\u7d2f\u7a4d)') { Get-LastRollupTime }
    $latest -gt $Time
}

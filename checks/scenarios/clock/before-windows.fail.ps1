param($Windows)
# Nobody tells the time over the web at first; the clock is older than Windows.
$version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
$Windows.Registry[$version].InstallDate = [int] [DateTimeOffset]::UtcNow.ToUnixTimeSeconds()
$null = New-Item -Path 'C:\Windows\System32\ntoskrnl.exe' -ItemType File -Force
$Windows.ClockOffset = [timespan]::FromDays(-30)
$Windows.Network.Online = $false
$Windows.Tools['w32tm.exe'] = {
    param($Arguments, $Windows)
    if ($Arguments -contains '/resync') {
        $Windows.ClockOffset = [timespan]::Zero
        $Windows.Network.Online = $true
    }
    @{ ExitCode = 0; Lines = @() }
}
@{
    Reason   = 'before-windows'
    HResult  = @()
    Evidence = @{ SyncDisabled = $false; SyncType = 'NTP' }
}

param($Windows)
$Windows.ClockOffset = [timespan]::FromHours(-3)
$Windows.Services.W32Time.Start = 4
$Windows.Services.W32Time.Status = 'Stopped'
$Windows.Tools['w32tm.exe'] = {
    param($Arguments, $Windows)
    if ($Arguments -contains '/resync') { $Windows.ClockOffset = [timespan]::Zero }
    @{ ExitCode = 0; Lines = @() }
}
@{
    Reason   = 'behind'
    HResult  = @()
    Evidence = @{
        OffsetMinutes = 180
        Source        = 'www.msftconnecttest.com, connectivitycheck.gstatic.com, detectportal.firefox.com'
        SyncDisabled  = $true
        SyncType      = 'NTP'
    }
}

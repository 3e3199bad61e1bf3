param($Windows)
# Within the limit of the time service, which corrects it by itself.
$Windows.ClockOffset = [timespan]::FromHours(3)
$Windows.Tools['w32tm.exe'] = {
    param($Arguments, $Windows)
    if ($Arguments -contains '/resync') { $Windows.ClockOffset = [timespan]::Zero }
    @{ ExitCode = 0; Lines = @() }
}
@{
    Reason   = 'ahead'
    HResult  = @()
    Evidence = @{
        OffsetMinutes = 180
        Source        = 'www.msftconnecttest.com, connectivitycheck.gstatic.com, detectportal.firefox.com'
        SyncDisabled  = $false
        SyncType      = 'NTP'
    }
}

param($Windows)
$Windows.ClockOffset = [timespan]::FromMinutes(-10)
@{
    Reason   = 'small-offset'
    HResult  = @()
    Evidence = @{
        OffsetMinutes = 10
        Source        = 'www.msftconnecttest.com, connectivitycheck.gstatic.com, detectportal.firefox.com'
        SyncDisabled  = $false
        SyncType      = 'NTP'
    }
}

param($Windows)
# More than the time service of a standalone PC corrects: its resync ends well and the clock stays wrong.
$Windows.ClockOffset = [timespan]::FromDays(-4000)
@{
    Reason   = 'years-behind'
    HResult  = @()
    Evidence = @{
        OffsetMinutes = 5760000
        Source        = 'www.msftconnecttest.com, connectivitycheck.gstatic.com, detectportal.firefox.com'
        SyncDisabled  = $false
        SyncType      = 'NTP'
    }
}

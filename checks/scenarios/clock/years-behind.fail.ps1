param($Windows)
# As after each time without power: the clock starts in 2018.
$Windows.ClockOffset = [datetime] '2018-01-01T00:10:00Z' - [datetime]::UtcNow
@{
    Reason   = 'years-behind'
    HResult  = @()
    Evidence = @{
        Source       = 'www.msftconnecttest.com, connectivitycheck.gstatic.com, detectportal.firefox.com'
        SyncDisabled = $false
        SyncType     = 'NTP'
    }
}

param($Windows)
# A cache on the way answers with an old date; the second witness is honest.
$Windows.Network.Dates['http://www.msftconnecttest.com/connecttest.txt'] = [datetime]::UtcNow.AddDays(-1)
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{
        OffsetMinutes = 0
        Source        = 'www.msftconnecttest.com, connectivitycheck.gstatic.com, detectportal.firefox.com'
        SyncDisabled  = $false
        SyncType      = 'NTP'
    }
}

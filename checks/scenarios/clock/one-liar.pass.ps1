param($Windows)
# One of three tells another time; the two that agree are believed.
$Windows.Network.Dates['http://connectivitycheck.gstatic.com/generate_204'] = [datetime]::UtcNow.AddYears(2)
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

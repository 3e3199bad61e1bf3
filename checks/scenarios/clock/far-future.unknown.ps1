param($Windows)
$known = 'http://www.msftconnecttest.com/connecttest.txt', 'http://connectivitycheck.gstatic.com/generate_204', 'http://detectportal.firefox.com/success.txt'
foreach ($url in $known) { $Windows.Network.Dates[$url] = [datetime]::UtcNow.AddYears(60) }
@{
    Reason   = 'impossible-time'
    HResult  = @()
    Evidence = @{
        Source       = 'www.msftconnecttest.com, connectivitycheck.gstatic.com, detectportal.firefox.com'
        SyncDisabled = $false
        SyncType     = 'NTP'
    }
}

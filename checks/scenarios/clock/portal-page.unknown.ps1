param($Windows)
# A portal with a wrong clock that answers every name with its own page.
$known = 'http://www.msftconnecttest.com/connecttest.txt', 'http://connectivitycheck.gstatic.com/generate_204', 'http://detectportal.firefox.com/success.txt'
foreach ($url in $known) { $Windows.Network.Dates[$url] = @{ Date = [datetime]::UtcNow.AddDays(90); Status = 200; Body = '<html>Sign in' } }
@{
    Reason   = 'no-witness'
    HResult  = @()
    Evidence = @{
        Source       = 'www.msftconnecttest.com, connectivitycheck.gstatic.com, detectportal.firefox.com'
        SyncDisabled = $false
        SyncType     = 'NTP'
    }
}

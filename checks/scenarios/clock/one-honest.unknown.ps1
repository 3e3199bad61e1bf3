param($Windows)
# The others send to HTTPS, which a wrong clock breaks.
foreach ($url in 'http://connectivitycheck.gstatic.com/generate_204', 'http://detectportal.firefox.com/success.txt') {
    $Windows.Network.Dates[$url] = @{ Date = [datetime]::UtcNow; Status = 301; Body = '' }
}
@{
    Reason   = 'one-witness'
    HResult  = @()
    Evidence = @{
        Source       = 'www.msftconnecttest.com, connectivitycheck.gstatic.com, detectportal.firefox.com'
        SyncDisabled = $false
        SyncType     = 'NTP'
    }
}

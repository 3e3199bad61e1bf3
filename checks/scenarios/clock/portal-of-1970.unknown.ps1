param($Windows)
# A captive portal answers for everyone, with a redirection and the date of a router that never knew the time.
$known = 'http://www.msftconnecttest.com/connecttest.txt', 'http://connectivitycheck.gstatic.com/generate_204', 'http://detectportal.firefox.com/success.txt'
foreach ($url in $known) { $Windows.Network.Dates[$url] = @{ Date = [datetime]::SpecifyKind([datetime]'1970-01-01T00:12:00', 'Utc'); Status = 302; Body = '' } }
@{
    Reason   = 'no-witness'
    HResult  = @()
    Evidence = @{
        Source       = 'www.msftconnecttest.com, connectivitycheck.gstatic.com, detectportal.firefox.com'
        SyncDisabled = $false
        SyncType     = 'NTP'
    }
}

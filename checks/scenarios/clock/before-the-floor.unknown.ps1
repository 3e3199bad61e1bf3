param($Windows)
# They agree, on a day before Windows was installed.
$known = 'http://www.msftconnecttest.com/connecttest.txt', 'http://connectivitycheck.gstatic.com/generate_204', 'http://detectportal.firefox.com/success.txt'
foreach ($url in $known) { $Windows.Network.Dates[$url] = [datetime]::SpecifyKind([datetime]'2024-12-01', 'Utc') }
@{
    Reason   = 'impossible-time'
    HResult  = @()
    Evidence = @{
        Source       = 'www.msftconnecttest.com, connectivitycheck.gstatic.com, detectportal.firefox.com'
        SyncDisabled = $false
        SyncType     = 'NTP'
    }
}

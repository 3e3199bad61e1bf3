param($Windows)
$Windows.Network.Dates['http://connectivitycheck.gstatic.com/generate_204'] = [datetime]::UtcNow.AddYears(2)
$Windows.Network.Dates['http://detectportal.firefox.com/success.txt'] = $null
@{
    Reason   = 'witnesses-disagree'
    HResult  = @()
    Evidence = @{
        Source       = 'www.msftconnecttest.com, connectivitycheck.gstatic.com'
        SyncDisabled = $false
        SyncType     = 'NTP'
    }
}

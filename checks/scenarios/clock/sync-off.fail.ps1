param($Windows)
$Windows.ClockOffset = [timespan]::FromHours(2)
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Services\W32Time\Parameters'] = @{ Type = 'NoSync' }
@{
    Reason   = 'ahead'
    HResult  = @()
    Evidence = @{
        OffsetMinutes = 120
        Source        = 'www.msftconnecttest.com, connectivitycheck.gstatic.com, detectportal.firefox.com'
        SyncDisabled  = $false
        SyncType      = 'NoSync'
    }
}

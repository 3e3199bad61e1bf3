param($Windows)
$Windows.Cim.SystemRestore = @()
$key = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
$Windows.Registry[$key].InstallDate = [int] [datetimeoffset]::UtcNow.AddDays(-10).ToUnixTimeSeconds()
@{ Reason = 'none-yet'; HResult = @(); Evidence = @{ Count = 0; Hours = 24; Sequence = 0 } }

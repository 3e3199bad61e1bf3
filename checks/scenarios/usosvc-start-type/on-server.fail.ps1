param($Windows)
# Windows Server starts this service on demand, a client delayed.
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'].InstallationType = 'Server'
$Windows.Services.UsoSvc.Start = 4
$Windows.Services.UsoSvc.Delayed = $false
$Windows.Services.UsoSvc.Status = 'Stopped'

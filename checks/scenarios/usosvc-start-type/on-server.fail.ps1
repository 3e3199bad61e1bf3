param($Windows)
# Windows Server starts this service on demand, a client delayed: sc.exe refuses every other start type here.
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'].InstallationType = 'Server'
$service = $Windows.Services.UsoSvc
$service.Start = 4
$service.Delayed = $false
$service.Status = 'Stopped'
$Windows.Tools['sc.exe'] = {
    param($Arguments)
    if ($Arguments[0] -ne 'config' -or $Arguments[3] -notin 'disabled', 'demand') { return @{ ExitCode = 87 } }
    $service.Start = if ($Arguments[3] -eq 'demand') { 3 } else { 4 }
    @{ ExitCode = 0 }
}.GetNewClosure()

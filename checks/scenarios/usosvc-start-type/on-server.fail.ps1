param($Windows)
# Server 2016 starts this service on demand, a client and every later server delayed: sc.exe refuses other types here.
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.InstallationType = 'Server'
$version.CurrentBuildNumber = '14393'
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
@{
    Reason   = 'disabled'
    HResult  = @()
    Evidence = @{ Expected = 'demand'; Service = 'usosvc'; Start = 4 }
}

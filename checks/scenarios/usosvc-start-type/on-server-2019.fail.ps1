param($Windows)
# As "sc qc" shows it on Server 2019: AUTO_START (DELAYED).
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.InstallationType = 'Server'
$version.CurrentBuildNumber = '17763'
$service = $Windows.Services.UsoSvc
$service.Start = 4
$service.Delayed = $false
$service.Status = 'Stopped'
$Windows.Tools['sc.exe'] = {
    param($Arguments)
    if ($Arguments[0] -ne 'config' -or $Arguments[3] -notin 'disabled', 'delayed-auto') { return @{ ExitCode = 87 } }
    $service.Start = if ($Arguments[3] -eq 'disabled') { 4 } else { 2 }
    $service.Delayed = $service.Start -eq 2
    @{ ExitCode = 0 }
}.GetNewClosure()
@{
    Reason   = 'disabled'
    HResult  = @()
    Evidence = @{ Expected = 'delayed-automatic'; Service = 'usosvc'; Start = 4 }
}

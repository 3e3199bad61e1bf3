param($Windows)
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber = '14393'
$version.InstallationType = 'Server'
$Windows.Services.Remove('WaaSMedicSvc')
foreach ($name in 'wuauserv', 'UsoSvc') {
    $Windows.Services[$name].Start = 4
    $Windows.Services[$name].Delayed = $false
}
@{
    Reason   = 'switched-off'
    HResult  = @()
    Evidence = @{ Services = 'wuauserv', 'usosvc'; Traces = 'wuauserv Start=4', 'usosvc Start=4' }
}

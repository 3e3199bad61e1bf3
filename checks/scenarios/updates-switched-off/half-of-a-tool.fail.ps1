param($Windows)
# Deliveries by HTTP alone are a setting of many organisations; without the policy beside it they name no tool.
foreach ($name in 'wuauserv', 'UsoSvc') {
    $Windows.Services[$name].Start = 4
    $Windows.Services[$name].Delayed = $false
    $Windows.Services[$name].Status = 'Stopped'
}
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\DeliveryOptimization\Config'] = @{ DODownloadMode = 0 }
@{
    Reason   = 'switched-off'
    HResult  = @()
    Evidence = @{ Policies = @(); Services = 'wuauserv', 'usosvc'; Tool = '' }
}

param($Windows)
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
# As WinUtil leaves it. The policies stay.
foreach ($name in 'wuauserv', 'BITS', 'UsoSvc', 'WaaSMedicSvc', 'DoSvc') {
    $Windows.Services[$name].Start = 4
    $Windows.Services[$name].Delayed = $false
    $Windows.Services[$name].Status = 'Stopped'
}
$Windows.Registry[$policy] = @{}
$Windows.Registry["$policy\AU"] = @{ NoAutoUpdate = 1; AUOptions = 1 }
@{ Reason = 'switched-off'; HResult = @(); Evidence = @{ Policies = 'NoAutoUpdate', 'AUOptions' } }

param($Windows)
# Three things together that only one tool leaves, with a line in the hosts file. The policies and the file stay.
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
foreach ($name in 'wuauserv', 'UsoSvc') {
    $Windows.Services[$name].Start = 4
    $Windows.Services[$name].Delayed = $false
    $Windows.Services[$name].Status = 'Stopped'
}
$Windows.Registry["$policy\AU"] = @{ AUOptions = 1 }
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\DeliveryOptimization\Config'] = @{ DODownloadMode = 0 }
Set-Content -LiteralPath 'C:\Windows\System32\drivers\etc\hosts' -Value '0.0.0.0 windowsupdate.com'
@{
    Reason   = 'switched-off'
    HResult  = @()
    Evidence = @{ Others = 'hosts (1)'; Policies = 'AUOptions'; Services = 'wuauserv', 'usosvc'; Tool = 'WinUtil' }
}

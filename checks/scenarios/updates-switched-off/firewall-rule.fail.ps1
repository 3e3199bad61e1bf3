param($Windows)
# A rule of the firewall keeps the service from the network. Rules are a person's to change.
$rules = 'HKLM:\SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\FirewallRules'
$Windows.Registry[$rules] = @{ Block = 'v2.31|Action=Block|Active=TRUE|Dir=Out|App=C:\x\svchost.exe|Svc=wuauserv|Name=x|' }
@{ Reason = 'by-other-means'; HResult = @(); Evidence = @{ Others = 'FirewallRules\Block' }; Repair = 1 }

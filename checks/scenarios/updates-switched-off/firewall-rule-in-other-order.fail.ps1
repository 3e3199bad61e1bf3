param($Windows)
# The fields of a rule stand in any order.
$rules = 'HKLM:\SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\FirewallRules'
$Windows.Registry[$rules] = @{
    A = 'v2.10|Svc=UsoSvc|Dir=Out|Profile=Public|Active=TRUE|Action=Block|Name=x|'
}
@{ Reason = 'by-other-means'; HResult = @(); Evidence = @{ Others = 'FirewallRules\A' }; Repair = 1 }

param($Windows)
# A rule for the program that runs services meets each of them.
$rules = 'HKLM:\SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\FirewallRules'
$Windows.Registry[$rules] = @{
    B = 'v2.31|Action=Block|Active=TRUE|Dir=Out|Protocol=6|RPort=443|App=%SystemRoot%\system32\svchost.exe|Name=x|'
}
@{ Reason = 'by-other-means'; HResult = @(); Evidence = @{ Others = 'FirewallRules\B' }; Repair = 1 }

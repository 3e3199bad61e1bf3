param($Windows)
# A rule for a program of Windows Update.
$rules = 'HKLM:\SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\FirewallRules'
$Windows.Registry[$rules] = @{
    C = 'v2.31|Action=Block|Active=TRUE|Dir=Out|App=C:\Windows\System32\usoclient.exe|Name=x|'
}
@{ Reason = 'by-other-means'; HResult = @(); Evidence = @{ Others = 'FirewallRules\C' }; Repair = 1 }

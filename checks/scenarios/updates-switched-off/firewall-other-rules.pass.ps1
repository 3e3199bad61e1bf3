param($Windows)
# Rules that keep no update off: for what comes in, switched off, of another service, allowing, for peers, for some addresses.
$rules = 'HKLM:\SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\FirewallRules'
$Windows.Registry[$rules] = @{
    In      = 'v2.31|Action=Block|Active=TRUE|Dir=In|Protocol=6|Svc=wuauserv|Name=x|'
    Off     = 'v2.31|Action=Block|Active=FALSE|Dir=Out|Svc=wuauserv|Name=x|'
    Other   = 'v2.31|Action=Block|Active=TRUE|Dir=Out|App=%SystemRoot%\system32\svchost.exe|Svc=DiagTrack|Name=x|'
    Allow   = 'v2.31|Action=Allow|Active=TRUE|Dir=Out|App=%SystemRoot%\system32\svchost.exe|Svc=wuauserv|Name=x|'
    Peers   = 'v2.31|Action=Block|Active=TRUE|Dir=Out|Protocol=6|RPort=7680|App=%SystemRoot%\system32\svchost.exe|Svc=dosvc|Name=x|'
    Subnet  = 'v2.31|Action=Block|Active=TRUE|Dir=Out|RA4=LocalSubnet|Svc=dosvc|Name=x|'
    Program = 'v2.31|Action=Block|Active=TRUE|Dir=Out|App=C:\Program Files\wuauserv\tool.exe|Name=wuauserv|'
}
@{ Reason = ''; HResult = @(); Evidence = @{ Others = @() } }

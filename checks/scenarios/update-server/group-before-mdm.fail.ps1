param($Windows)
# Where both name a server, that of the group policy holds.
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$Windows.Registry[$policy] = @{ WUServer = 'http://group.example:8530' }
$Windows.Registry["$policy\AU"] = @{ UseWUServer = 1 }
$mobile = 'HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update'
$Windows.Registry[$mobile] = @{ UpdateServiceUrl = 'http://mobile.example:8530' }
$Windows.Network.Closed = @('group.example:8530')
@{
    Reason   = 'server-unreachable'
    HResult  = @()
    Evidence = @{ Server = 'http://group.example:8530' }
}

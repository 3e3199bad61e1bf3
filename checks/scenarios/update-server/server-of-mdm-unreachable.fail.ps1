param($Windows)
# A group policy names a server that nothing switches on; what holds is the one of the MDM.
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$Windows.Registry[$policy] = @{ WUServer = 'http://left.example:8530' }
$mobile = 'HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update'
$Windows.Registry[$mobile] = @{ UpdateServiceUrl = 'http://wsus.example:8530' }
$Windows.Network.Closed = @('wsus.example:8530')
@{
    Reason   = 'server-unreachable'
    HResult  = @()
    Evidence = @{ ServedBy = 'WSUS'; Server = 'http://wsus.example:8530' }
}

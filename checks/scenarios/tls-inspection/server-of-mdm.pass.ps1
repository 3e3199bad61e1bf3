param($Windows)
# The servers of Microsoft are not those that such a PC asks.
$Windows.Network.Issuer = 'CN=Contoso Inspection CA, O=Contoso, C=DE'
$mobile = 'HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update'
$Windows.Registry[$mobile] = @{ UpdateServiceUrl = 'http://wsus.example:8530' }
@{ Status = 'NotApplicable'; Reason = '' }

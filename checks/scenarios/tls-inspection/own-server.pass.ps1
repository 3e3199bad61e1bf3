param($Windows)
# The servers of Microsoft are not those that such a PC asks.
$Windows.Network.Issuer = 'CN=Contoso Inspection CA, O=Contoso, C=DE'
$Windows.Registry['HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate\AU'] = @{ UseWUServer = 1 }
@{ Status = 'NotApplicable'; Reason = '' }

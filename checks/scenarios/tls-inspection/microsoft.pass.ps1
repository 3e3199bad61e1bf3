param($Windows)
$null = $Windows
@{ Status = 'Ok'; Reason = ''; Evidence = @{ Issuer = 'CN=Microsoft Update Secure Server CA 2.1, O=Microsoft Corporation,*'; Proxy = '' } }

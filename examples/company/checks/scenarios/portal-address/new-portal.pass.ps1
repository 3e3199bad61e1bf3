param($Windows)
$Windows.Registry['HKLM:\SOFTWARE\Contoso\Print'] = @{ Portal = 'https://print.contoso.example/' }

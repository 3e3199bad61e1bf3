param($Windows)
$Windows.Registry['HKLM:\SOFTWARE\Contoso\Print'] = @{ Portal = 'https://old-print.contoso.example/' }

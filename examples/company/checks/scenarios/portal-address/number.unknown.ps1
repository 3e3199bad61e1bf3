param($Windows)
$Windows.Registry['HKLM:\SOFTWARE\Contoso\Print'] = @{ Portal = 0 }

param($Windows)
$Windows.Commands['Get-NetAdapter'] = {
    [pscustomobject]@{ InterfaceDescription = 'Ethernet'; InterfaceType = 6; InterfaceOperationalStatus = 1 }
    [pscustomobject]@{ InterfaceDescription = 'Contoso VPN'; InterfaceType = 53; InterfaceOperationalStatus = 1 }
}
@{ Reason = 'vpn'; HResult = @(); Evidence = @{ AllUsers = $false; Vpn = 'Contoso VPN' } }

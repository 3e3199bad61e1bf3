param($Windows)
$Windows.Network.Issuer = 'CN=Contoso Inspection CA, O=Contoso, C=DE'
$Windows.LogErrors['Microsoft-Windows-WindowsUpdateClient/Operational'] = 'The event log file is corrupted.'
@{ Reason = 'log-unreadable' }

param($Windows)
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Client'] = @{ Enabled = 1; DisabledByDefault = 1; Other = 'kept' }
@{ Reason = 'switched-off'; HResult = @(); Evidence = @{ DisabledByDefault = 1; Enabled = 1 } }

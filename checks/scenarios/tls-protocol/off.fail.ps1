param($Windows)
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Client'] = @{ Enabled = 0; DisabledByDefault = 1 }
@{ Reason = 'switched-off'; HResult = @(); Evidence = @{ DisabledByDefault = 1; Enabled = 0 } }

param($Windows)
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Client'] = @{ Enabled = 1; DisabledByDefault = 1; Other = 'kept' }

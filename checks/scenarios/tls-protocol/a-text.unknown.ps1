param($Windows)
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Client'] = @{ Enabled = 'no' }
@{ Reason = 'unreadable'; HResult = @(); Evidence = @{ Enabled = 'no' } }

param($Windows)
# A hardened PC: old versions off, this one on, with all bits set as some templates write it.
$root = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols'
$Windows.Registry["$root\TLS 1.0\Client"] = @{ Enabled = 0; DisabledByDefault = 1 }
$Windows.Registry["$root\TLS 1.2\Client"] = @{ Enabled = -1; DisabledByDefault = 0 }
@{ Reason = ''; HResult = @(); Evidence = @{ DisabledByDefault = 0; Enabled = -1 } }

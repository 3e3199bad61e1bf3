param($Windows)
$key = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot'
$Windows.Registry["$key\State"] = @{ UEFISecureBootEnabled = 1 }
$Windows.LogErrors['System'] = 'Access is denied.'
@{ Reason = 'log-unreadable'; HResult = @(); Evidence = @{ Code = '0x00000000' } }

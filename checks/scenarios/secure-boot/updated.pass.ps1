param($Windows)
$key = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot'
$Windows.Registry["$key\State"] = @{ UEFISecureBootEnabled = 1 }
$Windows.Registry["$key\Servicing"] = @{ UEFICA2023Status = 'Updated'; WindowsUEFICA2023Capable = 2; UEFICA2023Error = 0 }
@{ Reason = 'updated'; HResult = @(); Evidence = @{ Code = '0x00000000'; State = 'Updated' } }

param($Windows)
# A PC that someone put together: nobody wrote its maker into the firmware. The code is no HRESULT.
$key = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot'
$Windows.Registry["$key\State"] = @{ UEFISecureBootEnabled = 1 }
$Windows.Registry["$key\Servicing"] = @{ UEFICA2023Status = 'InProgress'; UEFICA2023Error = 5 }
$Windows.Registry['HKLM:\HARDWARE\DESCRIPTION\System\BIOS'] = @{ SystemManufacturer = '' }
@{ Reason = 'failed'; HResult = @(); Says = 'The Secure Boot certificates of 2023 could not be installed (0x00000005; maker: -). Newer firmware usually helps.' }

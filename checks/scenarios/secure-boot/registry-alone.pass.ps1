param($Windows)
# No event yet, as on a PC that was started for the first time since.
$key = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot'
$Windows.Registry["$key\State"] = @{ UEFISecureBootEnabled = 1 }
$Windows.Registry["$key\Servicing"] = @{ UEFICA2023Status = 'NotStarted' }
@{ Reason = 'not-yet'; HResult = @(); Says = 'The Secure Boot certificates of 2023 are still to come (NotStarted).*' }

param($Windows)
# An older Windows writes the event and keeps no state.
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot\State'] = @{ UEFISecureBootEnabled = 1 }
$Windows.Events.Add(@{ Provider = 'Microsoft-Windows-TPM-WMI'; Id = 1801; Time = [datetime]::UtcNow.AddHours(-9); Data = @{} })
@{ Reason = 'not-yet'; HResult = @(); Says = 'The Secure Boot certificates of 2023 are still to come (TPM-WMI 1801).*' }

param($Windows)
# The event alone, after what the firmware refused before.
$key = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot'
$Windows.Registry["$key\State"] = @{ UEFISecureBootEnabled = 1 }
$Windows.Events.Add(@{ Provider = 'Microsoft-Windows-TPM-WMI'; Id = 1795; Time = [datetime]::UtcNow.AddHours(-19); Data = @{} })
$Windows.Events.Add(@{ Provider = 'Microsoft-Windows-TPM-WMI'; Id = 1800; Time = [datetime]::UtcNow.AddHours(-9); Data = @{} })
@{ Reason = 'restart-first'; HResult = @(); Evidence = @{ Code = '0x00000000'; Event = 1800 } }

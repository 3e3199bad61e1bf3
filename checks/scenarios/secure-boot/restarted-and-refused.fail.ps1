param($Windows)
# After the restart the firmware refused it.
$key = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot'
$Windows.Registry["$key\State"] = @{ UEFISecureBootEnabled = 1 }
$Windows.Registry["$key\Servicing"] = @{ UEFICA2023Status = 'InProgress'; UEFICA2023Error = 0 }
$Windows.Events.Add(@{ Provider = 'Microsoft-Windows-TPM-WMI'; Id = 1800; Time = [datetime]::UtcNow.AddHours(-19); Data = @{} })
$Windows.Events.Add(@{ Provider = 'Microsoft-Windows-TPM-WMI'; Id = 1795; Time = [datetime]::UtcNow.AddHours(-9); Data = @{} })
@{ Reason = 'firmware'; HResult = @(); Evidence = @{ Event = 1795 } }

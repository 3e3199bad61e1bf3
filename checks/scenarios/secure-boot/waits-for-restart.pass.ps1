param($Windows)
# 0x8007015E is ERROR_FAIL_NOACTION_REBOOT: nothing failed, the PC has to restart.
$key = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot'
$Windows.Registry["$key\State"] = @{ UEFISecureBootEnabled = 1 }
$Windows.Registry["$key\Servicing"] = @{ UEFICA2023Status = 'InProgress'; UEFICA2023Error = [int] '0x8007015E'; UEFICA2023ErrorEvent = 1800 }
$Windows.Events.Add(@{ Provider = 'Microsoft-Windows-TPM-WMI'; Id = 1800; Time = [datetime]::UtcNow.AddHours(-9); Data = @{} })
$Windows.Events.Add(@{ Provider = 'Microsoft-Windows-TPM-WMI'; Id = 1801; Time = [datetime]::UtcNow.AddHours(-8); Data = @{} })
@{ Reason = 'restart-first'; HResult = @(); Evidence = @{ Code = '0x8007015E'; Event = 1800; State = 'InProgress' } }

param($Windows)
$key = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot'
$Windows.Registry["$key\State"] = @{ UEFISecureBootEnabled = 1 }
$Windows.Events.Add(@{ Provider = 'Microsoft-Windows-TPM-WMI'; Id = 1801; Time = [datetime]::UtcNow.AddHours(-900); Data = @{  } })
$Windows.Events.Add(@{ Provider = 'Microsoft-Windows-TPM-WMI'; Id = 1808; Time = [datetime]::UtcNow.AddHours(-90); Data = @{  } })
@{ Reason = 'updated'; HResult = @(); Evidence = @{ Code = '0x00000000'; Event = 1808 } }

param($Windows)
$key = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot'
$Windows.Registry["$key\State"] = @{ UEFISecureBootEnabled = 1 }
$Windows.Registry["$key\Servicing"] = @{ UEFICA2023Status = 'InProgress'; UEFICA2023Error = [int] '0x80070013'; UEFICA2023ErrorEvent = 1795 }
$Windows.Events.Add(@{ Provider = 'Microsoft-Windows-TPM-WMI'; Id = 1801; Time = [datetime]::UtcNow.AddHours(-9); Data = @{  } })
@{
    Reason   = 'failed'
    HResult  = '0x80070013'
    Evidence = @{ Code = '0x80070013'; Event = 1801; State = 'InProgress' }
}

param($Windows)
$key = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot'
$Windows.Registry["$key\State"] = @{ UEFISecureBootEnabled = 1 }
$Windows.Registry["$key\Servicing"] = @{ UEFICA2023Status = 'InProgress'; UEFICA2023Error = 0 }
$Windows.Events.Add(@{ Provider = 'Microsoft-Windows-TPM-WMI'; Id = 1803; Time = [datetime]::UtcNow.AddHours(-9); Data = @{  } })
@{
    Reason   = 'maker-key'
    HResult  = @()
    Evidence = @{ Code = '0x00000000'; Event = 1803; State = 'InProgress' }
}

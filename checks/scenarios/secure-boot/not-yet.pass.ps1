param($Windows)
# 1801 alone is information, although Windows writes it as an error.
$key = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot'
$Windows.Registry["$key\State"] = @{ UEFISecureBootEnabled = 1 }
$Windows.Registry["$key\Servicing"] = @{ UEFICA2023Status = 'NotStarted'; WindowsUEFICA2023Capable = 0; UEFICA2023Error = 0 }
$Windows.Events.Add(@{ Provider = 'Microsoft-Windows-TPM-WMI'; Id = 1801; Time = [datetime]::UtcNow.AddHours(-9); Data = @{  } })
@{
    Reason   = 'not-yet'
    HResult  = @()
    Evidence = @{ Code = '0x00000000'; Event = 1801; State = 'NotStarted' }
}

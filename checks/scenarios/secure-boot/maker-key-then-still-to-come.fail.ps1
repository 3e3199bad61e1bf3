param($Windows)
# Each start writes 1803, and 1801 after it.
$key = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot'
$Windows.Registry["$key\State"] = @{ UEFISecureBootEnabled = 1 }
$Windows.Registry["$key\Servicing"] = @{ UEFICA2023Status = 'InProgress' }
foreach ($one in @(1803, 9), @(1801, 8)) {
    $Windows.Events.Add(@{ Provider = 'Microsoft-Windows-TPM-WMI'; Id = $one[0]; Time = [datetime]::UtcNow.AddHours(-$one[1]); Data = @{} })
}
@{ Reason = 'maker-key'; Evidence = @{ Event = 1803 } }

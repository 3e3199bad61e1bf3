param($Windows)
# A later start has done it.
$key = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot'
$Windows.Registry["$key\State"] = @{ UEFISecureBootEnabled = 1 }
$Windows.Registry["$key\Servicing"] = @{ UEFICA2023Status = 'InProgress' }
foreach ($one in @(1795, 50), @(1801, 49), @(1808, 8)) {
    $Windows.Events.Add(@{ Provider = 'Microsoft-Windows-TPM-WMI'; Id = $one[0]; Time = [datetime]::UtcNow.AddHours(-$one[1]); Data = @{} })
}
@{ Status = 'Ok'; Reason = 'updated'; Evidence = @{ Event = 1808 } }

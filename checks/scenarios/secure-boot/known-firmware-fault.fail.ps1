param($Windows)
# Windows holds the change back from a firmware that is known to fail.
$key = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot'
$Windows.Registry["$key\State"] = @{ UEFISecureBootEnabled = 1 }
$Windows.Registry["$key\Servicing"] = @{ UEFICA2023Status = 'InProgress' }
foreach ($one in @(1808, 90), @(1802, 9), @(1801, 8)) {
    $Windows.Events.Add(@{ Provider = 'Microsoft-Windows-TPM-WMI'; Id = $one[0]; Time = [datetime]::UtcNow.AddHours(-$one[1]); Data = @{} })
}
@{ Reason = 'firmware'; Evidence = @{ Event = 1802 } }

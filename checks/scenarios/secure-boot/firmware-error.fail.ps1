param($Windows)
# The firmware gave an error, and each start says that the certificates are still to come.
$key = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot'
$Windows.Registry["$key\State"] = @{ UEFISecureBootEnabled = 1 }
$Windows.Registry["$key\Servicing"] = @{ UEFICA2023Status = 'InProgress' }
foreach ($one in @(1795, 9), @(1801, 8)) {
    $Windows.Events.Add(@{ Provider = 'Microsoft-Windows-TPM-WMI'; Id = $one[0]; Time = [datetime]::UtcNow.AddHours(-$one[1]); Data = @{} })
}
@{ Reason = 'firmware'; HResult = @(); Evidence = @{ Event = 1795 } }

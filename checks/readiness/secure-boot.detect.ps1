param([int] $Days)
$key = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot'
if ((Get-RegistryValue -Path "$key\State" -Name 'UEFISecureBootEnabled') -ne 1) {
    return New-Finding -Status NotApplicable
}
$code = '0x{0:X8}' -f [int] (Get-RegistryValue -Path "$key\Servicing" -Name 'UEFICA2023Error')
$bios = 'HKLM:\HARDWARE\DESCRIPTION\System\BIOS'
$evidence = @{
    State = [string] (Get-RegistryValue -Path "$key\Servicing" -Name 'UEFICA2023Status')
    Code  = $code
    Maker = [string] (Get-RegistryValue -Path $bios -Name 'SystemManufacturer')
    Event = $null
    Signs = @()
}
if ($evidence.State -eq 'Updated') { return New-Finding -Status Ok -Reason 'updated' -Evidence $evidence }
$query = @{
    Log      = 'System'
    Provider = 'Microsoft-Windows-TPM-WMI'
    # 1796 is written for other changes of the boot files too.
    Id       = 1795, 1800, 1801, 1802, 1803, 1808
    Since    = (Get-Date).ToUniversalTime().AddDays(-$Days)
}
try {
    # Each start may end with 1801, which only says that certificates are to come: what was refused
    # since the last success says why.
    $records = @(Get-EventRecord @query | Sort-Object -Property Time)
    $newest = $records | Select-Object -Last 1
    $told = $records | Where-Object { $_.Id -ne 1801 } | Select-Object -Last 1
    if ($told -and $told.Id -ne 1808) { $newest = $told }
}
catch { return New-Finding -Status Unknown -Reason 'log-unreadable' -Evidence $evidence }
if ($newest) { $evidence['Event'] = $newest.Id }
if (-not $evidence.Maker) { $evidence['Maker'] = '-' }
if ($evidence.Event -eq 1808) { return New-Finding -Status Ok -Reason 'updated' -Evidence $evidence }
# ERROR_FAIL_NOACTION_REBOOT in winerror.h; 1800 says the same.
if ($code -eq '0x8007015E' -or $evidence.Event -eq 1800) {
    return New-Finding -Status Ok -Reason 'restart-first' -Evidence $evidence
}
if ($code -ne '0x00000000') {
    return New-Finding -Status Problem -Reason 'failed' -Evidence $evidence -HResult (@($code) -match '^0x[8C]')
}
if ($evidence.Event -eq 1803) { return New-Finding -Status Problem -Reason 'maker-key' -Evidence $evidence }
if ($evidence.Event -in 1795, 1802) {
    return New-Finding -Status Problem -Reason 'firmware' -Evidence $evidence
}
$evidence['Signs'] = @(@($evidence.State; if ($newest) { "TPM-WMI $($newest.Id)" }) | Where-Object { $_ })
$reason = if ($evidence.Signs) { 'not-yet' }
New-Finding -Status Ok -Reason $reason -Evidence $evidence

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
    Id       = 1801, 1803, 1808
    Since    = (Get-Date).ToUniversalTime().AddDays(-$Days)
}
try {
    $newest = Get-EventRecord @query | Sort-Object -Property Time | Select-Object -Last 1
}
catch { return New-Finding -Status Unknown -Reason 'log-unreadable' -Evidence $evidence }
if ($newest) { $evidence['Event'] = $newest.Id }
if (-not $evidence.Maker) { $evidence['Maker'] = '-' }
if ($evidence.Event -eq 1808) { return New-Finding -Status Ok -Reason 'updated' -Evidence $evidence }
if ($code -ne '0x00000000') {
    return New-Finding -Status Problem -Reason 'failed' -Evidence $evidence -HResult (@($code) -match '^0x[8C]')
}
if ($evidence.Event -eq 1803) { return New-Finding -Status Problem -Reason 'maker-key' -Evidence $evidence }
# 1801 only says that the new certificates are still to come.
$evidence['Signs'] = @(@($evidence.State; if ($newest) { "TPM-WMI $($newest.Id)" }) | Where-Object { $_ })
$reason = if ($evidence.Signs) { 'not-yet' }
New-Finding -Status Ok -Reason $reason -Evidence $evidence

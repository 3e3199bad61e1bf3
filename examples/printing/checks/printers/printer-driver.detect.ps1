param([string] $Value, [int] $Oldest)
$policy = Get-RegistryValue -Path 'HKLM:\SOFTWARE\Policies\Microsoft\Windows NT\Printers' -Name $Value
try { $drivers = @(Get-PrinterDriver -ErrorAction Stop) }
catch { return New-Finding -Status Unknown -Reason 'unreadable' }
$old = @($drivers | Where-Object { $_.MajorVersion -lt $Oldest } | ForEach-Object { $_.Name })
$evidence = @{ Count = $drivers.Count; Drivers = $old; Isolation = $policy }
if ($old.Count -gt 0) { return New-Finding -Status Problem -Reason 'old-driver' -Evidence $evidence }
if ($policy -eq 0 -and $null -ne $policy) {
    return New-Finding -Status Problem -Reason 'isolation-off' -Evidence $evidence
}
New-Finding -Status Ok -Evidence $evidence

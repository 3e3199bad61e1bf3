param([string] $Value, [string[]] $Ports)
try { $printers = @(Get-CimInstance -ClassName Win32_Printer -OperationTimeoutSec 30 -ErrorAction Stop) }
catch { return New-Finding -Status Unknown -Reason 'unreadable' }
$onPaper = @($printers | Where-Object -FilterScript { $_.PortName -notin $Ports })
if ($onPaper.Count -eq 0) { return New-Finding -Status NotApplicable -Reason 'no-printer' }
$default = $printers | Where-Object -FilterScript { $_.Default } | Select-Object -First 1
$name = if ($default) { $default.Name } else { '-' }
$key = 'HKCU:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Windows'
$mode = Get-RegistryValue -Path $key -Name $Value
$evidence = @{ Printer = $name; Mode = $mode }
if ($null -ne $mode -and $mode -isnot [int]) {
    return New-Finding -Status Unknown -Reason 'unknown-mode' -Evidence $evidence
}
if ($mode -eq 1) { return New-Finding -Status Ok -Reason 'chosen' -Evidence $evidence }
if ($default -and $default.PortName -in $Ports) {
    return New-Finding -Status Problem -Reason 'to-file' -Evidence $evidence
}
New-Finding -Status Ok -Evidence $evidence

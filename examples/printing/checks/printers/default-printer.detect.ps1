try { $printers = @(Get-CimInstance -ClassName Win32_Printer -OperationTimeoutSec 30 -ErrorAction Stop) }
catch { return New-Finding -Status Unknown -Reason 'unreadable' }
if ($printers.Count -eq 0) { return New-Finding -Status NotApplicable -Reason 'no-printer' }
$evidence = @{ Count = $printers.Count; Printer = '' }
foreach ($printer in $printers) { if ($printer.Default) { $evidence['Printer'] = $printer.Name } }
if ($evidence.Printer -eq '') {
    return New-Finding -Status Problem -Reason 'no-default' -Evidence $evidence
}
New-Finding -Status Ok -Evidence $evidence

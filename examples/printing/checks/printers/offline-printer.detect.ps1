try { $printers = @(Get-CimInstance -ClassName Win32_Printer -OperationTimeoutSec 30 -ErrorAction Stop) }
catch { return New-Finding -Status Unknown -Reason 'unreadable' }
$offline = @($printers | Where-Object { $_.WorkOffline })
$evidence = @{ Printers = @($offline | ForEach-Object { $_.Name }); Address = '' }
if ($offline.Count -eq 0) { return New-Finding -Status Ok -Evidence $evidence }
foreach ($printer in $offline) {
    if ($printer.PortName -like 'WSD-*') {
        return New-Finding -Status Problem -Reason 'offline-wsd' -Evidence $evidence
    }
    # A port that another printer brought, such as USB, has no address.
    $port = Get-PrinterPort -Name $printer.PortName -ErrorAction SilentlyContinue
    if ($port -and $port.PrinterHostAddress) { $evidence['Address'] = $port.PrinterHostAddress }
}
$reason = if ($evidence.Address) { 'offline-address' } else { 'offline' }
New-Finding -Status Problem -Reason $reason -Evidence $evidence

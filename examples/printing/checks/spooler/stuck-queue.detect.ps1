param([int] $Minutes)
$key = 'HKLM:\SYSTEM\CurrentControlSet\Control\Print\Printers'
$folder = Get-RegistryValue -Path $key -Name 'DefaultSpoolDirectory'
if (-not $folder) { $folder = Join-Path -Path $env:SystemRoot -ChildPath 'System32\spool\PRINTERS' }
$evidence = @{ Folder = $folder; Minutes = $Minutes; Count = 0 }
if (-not (Test-Path -LiteralPath $folder)) {
    return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence
}
$limit = (Get-Date).ToUniversalTime().AddMinutes(-$Minutes)
try {
    $old = @(Get-ChildItem -LiteralPath $folder -File -Force -ErrorAction Stop | Where-Object {
            $_.Extension -in '.spl', '.shd' -and $_.LastWriteTimeUtc -lt $limit
        })
    if ($old.Count -eq 0) { return New-Finding -Status Ok -Evidence $evidence }
    $keeping = @(Get-Printer -ErrorAction Stop | Where-Object { $_.KeepPrintedJobs })
}
catch { return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence }
$evidence['Count'] = $old.Count
if ($keeping.Count -gt 0) { return New-Finding -Status Ok -Reason 'kept' -Evidence $evidence }
New-Finding -Status Problem -Reason 'stuck' -Evidence $evidence

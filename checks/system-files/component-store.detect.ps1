# What servicing has noted takes seconds; a scan takes minutes and belongs to the repair.
try { $state = Get-ImageHealth }
catch {
    # ERROR_ELEVATION_REQUIRED is what the caller has words for.
    if ($_.Exception.HResult -eq -2147024156) { throw }
    $code = '0x{0:X8}' -f $_.Exception.HResult
    return New-Finding -Status Unknown -Reason 'unreadable' -Evidence @{ Code = $code } -HResult $code
}
$evidence = @{ State = $state; Files = @(); Code = '0x00000000' }
$reasons = @{ NonRepairable = 'store-lost'; Repairable = 'store-damaged' }
if ($reasons.ContainsKey($evidence.State)) {
    return New-Finding -Status Problem -Reason $reasons[$evidence.State] -Evidence $evidence
}
if ($evidence.State -ne 'Healthy') {
    return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence
}
# The log is English in every language. Each transaction of SFC starts anew: a later one may have repaired it.
$log = Join-Path -Path $env:SystemRoot -ChildPath 'Logs\CBS\CBS.log'
$files = @()
foreach ($line in @(Get-Content -LiteralPath $log -Tail 20000 -ErrorAction SilentlyContinue)) {
    if ($line -match '\[SR\] Beginning Verify and Repair transaction') { $files = @() }
    if ($line -match '\[SR\] Cannot repair member file \[[^]]*\]["''](?<Name>[^"'']+)') { $files += $Matches.Name }
}
$evidence['Files'] = @($files | Select-Object -Unique -First 10)
if ($files.Count -eq 0) { return New-Finding -Status Ok -Reason 'none-noted' -Evidence $evidence }
New-Finding -Status Problem -Reason 'files-damaged' -Evidence $evidence

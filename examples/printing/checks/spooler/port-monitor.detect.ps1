$key = 'HKLM:\SYSTEM\CurrentControlSet\Control\Print\Monitors'
$names = @(Get-SubkeyName -Path $key)
$evidence = @{ Monitors = @(); Count = $names.Count }
if ($names.Count -eq 0) { return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence }
foreach ($name in $names) {
    $file = Get-RegistryValue -Path "$key\$name" -Name 'Driver'
    # Without a file it loads nothing. A bare name is one in System32.
    if (-not $file) { continue }
    $path = $file
    if ($file -notmatch '[\\/]') { $path = Join-Path -Path "$env:SystemRoot\System32" -ChildPath $file }
    if (-not (Test-Path -LiteralPath $path)) { $evidence['Monitors'] += "$name ($file)" }
}
if ($evidence.Monitors.Count -gt 0) {
    return New-Finding -Status Problem -Reason 'missing' -Evidence $evidence
}
New-Finding -Status Ok -Evidence $evidence

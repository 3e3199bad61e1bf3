param([string[]] $Rules)
try {
    $shared = @(Get-Printer -ErrorAction Stop | Where-Object { $_.Shared } | ForEach-Object { $_.Name })
    if ($shared.Count -eq 0) { return New-Finding -Status NotApplicable -Reason 'not-shared' }
    $found = @(Get-NetFirewallRule -Name $Rules -PolicyStore 'ActiveStore' -ErrorAction Stop)
}
catch { return New-Finding -Status Unknown -Reason 'unreadable' }
$evidence = @{ Printers = $shared; Rules = $found.Count }
foreach ($rule in $found) {
    if ([string] $rule.Enabled -eq 'True' -and [string] $rule.Action -eq 'Allow') {
        return New-Finding -Status Ok -Evidence $evidence
    }
}
New-Finding -Status Problem -Reason 'closed' -Evidence $evidence

# What was replaced, by kind: in how many places, and how many different names. No name itself.
function Get-RedactionReport {
    $report = [ordered]@{}
    if (-not $script:IsRedacted) { return $report }
    foreach ($kind in $script:RedactionCounts.Keys | Sort-Object) {
        $report[$kind] = [ordered]@{
            places = [int] $script:RedactionCounts[$kind]
            names  = [int] $script:PseudonymCounts[$kind]
        }
    }
    $report
}

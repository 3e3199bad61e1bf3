# One sentence at most, and what comes before it.
function Get-NextStep {
    param([Parameter(Mandatory)] [hashtable] $Report)
    $problems = $Report.Ranking | Where-Object { $_.Status -eq 'Problem' -and $_.Repairable }
    # What comes before every other cause is dealt with alone.
    if ($Report.Answer -and $Report.Answer.IsFirst) {
        $problems = $problems | Where-Object -Property Id -EQ $Report.Answer.Check
    }
    $ids = @($problems | ForEach-Object { $_.Id }) -join ','
    $changed = @($Report.Results | Where-Object { $_.Changes.Count -gt 0 }).Count -gt 0
    if ($Report.ExitCode -eq 3010) { return Get-Message -Key 'nextRestart' }
    if ($script:Phase -eq 'detect' -and $ids) {
        $next = Get-Message -Key 'nextRepair' -With @{ Checks = $ids; Script = $script:RepairName }
        return $Report.Held + $next
    }
    if ($Report.Mode -eq 'preview') { return Get-Message -Key 'nextWithoutWhatIf' }
    if ($Report.Mode -eq 'repair' -and $changed) {
        return Get-Message -Key 'nextUndo' -With @{ Script = "$script:ScriptName.ps1" }
    }
}

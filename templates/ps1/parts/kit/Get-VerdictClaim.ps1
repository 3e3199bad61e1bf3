function Get-VerdictClaim {
    param([Parameter(Mandatory)] [hashtable] $Verdict)
    $failed = @($Verdict.Checks.Keys | Where-Object {
            ($Verdict.Checks[$_] -split ' ')[-1] -in 'detectThrew', 'timedOut', 'noFinding'
        } | Sort-Object)
    $isGood = $Verdict.ExitCode -in 0, 1, 2 -and $Verdict.Checks.Count -gt 0 -and -not $failed
    @{ Outcome = if ($isGood) { 'held' } else { 'broken' }; Seen = $Verdict + @{ Failed = $failed } }
}

# In one sentence, with the status whose colour it gets.
function Get-ReportVerdict {
    param([Parameter(Mandatory)] [hashtable] $Report)
    $key, $status = $script:Verdicts["$($Report.Mode) $($Report.ExitCode)"]
    if (-not $key) {
        $outcomes = @($Report.Results | ForEach-Object { $_.Outcome })
        $state = 'Failed', 'NotConfirmed', 'Repaired' | Where-Object { $_ -in $outcomes }
        if (-not $state) { $state = if ($Report.ExitCode -eq 0) { 'Unchanged' } else { 'Blocked' } }
        $state = @($state)[0]
        $tones = @{ Failed = 'Problem'; NotConfirmed = 'Unknown'; Blocked = 'Problem' }
        $key = $script:States[$state]
        $status = if ($tones[$state]) { $tones[$state] } else { 'Ok' }
    }
    [pscustomobject]@{ Text = Get-Message -Key $key -With $Report.Count; Status = $status }
}

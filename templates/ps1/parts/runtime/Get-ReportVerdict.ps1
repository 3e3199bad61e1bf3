# What came out, in one sentence, with the status whose colour it gets.
function Get-ReportVerdict {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [hashtable] $Report)
    $outcomes = @($Report.Results | ForEach-Object -Process { $_.Outcome })
    $key, $status = switch ("$($Report.Mode) $($Report.ExitCode)") {
        'detect 0' { 'verdictOk', 'Ok' }
        'detect 1' { 'verdictProblem', 'Problem' }
        'detect 2' { 'verdictUnknown', 'Unknown' }
        'preview 0' { 'statePreview', 'NotApplicable' }
        'undo 0' { 'verdictDone', 'Ok' }
        'remove 0' { 'verdictDone', 'Ok' }
        'undo 20' { 'verdictUndoMissed', 'Problem' }
        'repair 3' { 'verdictPartly', 'Unknown' }
        default {
            if ($outcomes -contains 'Failed') { 'stateFailed', 'Problem' }
            elseif ($outcomes -contains 'NotConfirmed') { 'stateNotConfirmed', 'Unknown' }
            elseif ($outcomes -contains 'Repaired') { 'stateRepaired', 'Ok' }
            elseif ($Report.ExitCode -eq 0) { 'stateUnchanged', 'Ok' }
            else { 'stateBlocked', 'Problem' }
        }
    }
    [pscustomobject]@{ Text = Get-Message -Key $key -With $Report.Count; Status = $status }
}

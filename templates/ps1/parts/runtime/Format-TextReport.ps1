# The report in words, as lines.
function Format-TextReport {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [hashtable] $Report)
    $states = @{
        Ok            = 'stateOk'
        Problem       = 'stateProblem'
        Unknown       = 'stateUnknown'
        NotApplicable = 'stateNotApplicable'
        Preview       = 'statePreview'
        Unchanged     = 'stateUnchanged'
        Repaired      = 'stateRepaired'
        NotConfirmed  = 'stateNotConfirmed'
        Failed        = 'stateFailed'
        Blocked       = 'stateBlocked'
    }
    $count = @{ Ok = 0; Problem = 0; Unknown = 0; NotApplicable = 0 }
    foreach ($one in $Report.Results) {
        $count[$one.Status]++
        $state = if ($one.Outcome -eq 'None') { $one.Status } else { $one.Outcome }
        '{0} {1,3}  {2}' -f (Format-Cell -Text (Get-Message -Key $states[$state]) -Width 20), $one.Item, $one.Title
        foreach ($line in @($one.Changes) + @($one.Failure, $one.Reason) -ne '') { (' ' * 26) + $line }
    }
    $Report.Changes
    foreach ($aside in $Report.Generations) {
        Get-Message -Key 'asideKept' -With @{ Path = $aside.Path; Megabytes = [math]::Ceiling($aside.Bytes / 1MB) }
    }
    foreach ($suggestion in $Report.Suggestions) {
        $key = if ($suggestion.Checks) { 'codeExplained' } else { 'codeUnexplained' }
        Get-Message -Key $key -With @{ Code = $suggestion.HResult; Checks = $suggestion.Checks }
    }
    if ($Report.Results) {
        ''
        Get-Message -Key 'summary' -With $count
    }
    Get-NextStep -Report $Report
}

function Format-TextReport {
    param([Parameter(Mandatory)] [hashtable] $Report)
    $answer = @(Get-AnswerLine -Answer $Report.Answer)
    if ($answer) { $answer + '' }
    foreach ($one in $Report.Results) {
        $state = Get-StateText -State $(if ($one.Outcome -eq 'None') { $one.Status } else { $one.Outcome })
        '{0} {1,3}  {2}' -f (Format-Cell -Text $state -Width 20), $one.Item, $one.Title
        $lines = @($one.Changes) + @($one.Failure, $one.Reason, $one.Advice) -ne ''
        foreach ($line in $lines) { (' ' * 6) + $line }
    }
    Get-ReportNote -Report $Report
    if ($Report.Results) {
        ''
        Get-Message -Key 'summary' -With $Report.Count
    }
    Get-NextStep -Report $Report
}

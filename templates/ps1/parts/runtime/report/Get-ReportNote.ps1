# What an undo did, what stands set aside, error codes: a sentence each.
function Get-ReportNote {
    param([Parameter(Mandatory)] [hashtable] $Report)
    $Report.Changes
    foreach ($aside in $Report.Generations) {
        Get-Message -Key 'asideKept' -With @{ Path = $aside.Path; Megabytes = [math]::Ceiling($aside.Bytes / 1MB) }
    }
    $collect = ''
    foreach ($one in $Report.Codes) {
        # Three to begin with; the data formats have all.
        $open = @($Report.Ranking | Where-Object { $_.Id -in $one.Checks } |
                Select-Object -First 3 | ForEach-Object { $_.Id })
        $key = if ($open) { 'codeExplained' } elseif ($one.Checks) { 'codeRuledOut' } else { 'codeUnexplained' }
        $proven = $script:Checks | Where-Object { "$($_.Answers)" -like "*$($one.Code)*" }
        if ($proven -and -not $open) { $key = 'codeStands' }
        # What the answer is about has been explained.
        $answer = $Report.Answer
        if (-not $open -and $answer -and $answer.Sure -ne 'possible' -and $one.Code -in $answer.HResult) {
            $key = 'codeExplained'
            $open = $answer.Check
        }
        if (-not $open) { $collect = $script:CollectName }
        $code = "$($one.Code) $($one.Name)".Trim()
        $titles = $open | ForEach-Object { Get-Message -Key "title.$_" }
        Get-Message -Key $key -With @{ Code = $code; Meaning = $one.Meaning; Checks = $titles }
    }
    if ($collect) { Get-Message -Key 'codeDeadEnd' -With @{ Script = $collect } }
}

# A sentence each: what it is, why, what to do.
function Get-AnswerLine {
    param([psobject] $Answer)
    if (-not $Answer) { return }
    $words = @{ certain = 'answerCertain'; likely = 'answerLikely'; possible = 'answerPossible' }
    $sure = Get-Message -Key $words[$Answer.Sure]
    Get-Message -Key 'answerCause' -With @{ Sure = $sure; Cause = $Answer.Cause }
    Get-Message -Key 'answerWhy' -With @{ Why = $Answer.Why }
    Get-Message -Key 'answerDo' -With @{ Do = $Answer.Do }
}

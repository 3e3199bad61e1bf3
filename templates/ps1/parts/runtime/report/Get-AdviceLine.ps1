# What a person can do about what a diagnosis found, in one sentence: what the answer to its reason says, or where
# its steps are. Nothing where it is in order; the last line of a report names what is repaired.
function Get-AdviceLine {
    param([Parameter(Mandatory)] [hashtable] $Row, [Parameter(Mandatory)] [psobject] $Finding)
    if ($Finding.Status -notin 'Problem', 'Unknown') { return }
    foreach ($answer in $Row.Answers) {
        $at, $null, $on = $answer -split ' '
        $key = "answer.$($Row.Id).$at.do"
        $act = Get-Message -Key $key -With $Finding.Evidence
        if ($Finding.Reason -in $on -and $act -ne $key) { return Get-Message -Key 'answerDo' -With @{ Do = $act } }
    }
    $places = @($Row.Open, $Row.Link) -ne ''
    if ($places) { Get-Message -Key 'stepsAt' -With @{ Places = $places -join ' , ' } }
}

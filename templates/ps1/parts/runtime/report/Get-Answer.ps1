# The most probable cause: { Check, Sure, Cause, Why, Do, HResult }, or nothing where nothing is wrong. Answers of
# a row are texts, "<place> <how sure> <reasons or codes>". What is surer comes first, then what a code proves,
# then what was seen, then what disturbs least.
function Get-Answer {
    param([AllowEmptyCollection()] [psobject[]] $Result = @(), [Parameter(Mandatory)] [hashtable] $Diagnosis)
    $ranking = @($Diagnosis.Ranking | ForEach-Object -Process { $_.Id })
    $places = @{ certain = 0; likely = 1; possible = 2 }
    $known = @($Diagnosis.Codes | ForEach-Object -Process { $_.Code })
    $candidates = foreach ($row in $script:Checks) {
        $one = $Result | Where-Object -Property Id -EQ $row.Id
        if (-not $one) { continue }
        $isTold = $false
        foreach ($answer in $row.Answers) {
            $at, $sure, $on = $answer -split ' '
            $codes = @($known | Where-Object -FilterScript { ($_ -split '-')[0] -in $on })
            $isSeen = $one.Status -eq 'Problem' -and -not $isTold -and ($one.ReasonKey -in $on -or '*' -in $on)
            if (-not $codes -and -not $isSeen) { continue }
            if (-not $codes) { $isTold = $true }
            $key = "answer.$($row.Id).$at"
            $with = if ($codes) { @{ Codes = $codes } } else { $one.Evidence }
            $act = Get-Message -Key "$key.do" -With $with
            if ($act -eq "$key.do") {
                $act = if ($row.Repairable) { Get-Message -Key 'answerRepair' -With @{ Check = $row.Id } }
                else { Get-Message -Key 'answerRead' -With @{ Check = $row.Id } }
            }
            $place = [array]::IndexOf($ranking, $row.Id)
            if ($place -lt 0) { $place = 999 }
            $kind = if ($codes) { 0 } elseif ('*' -in $on) { 2 } else { 1 }
            [pscustomobject]@{
                Check   = $row.Id
                Sure    = $sure
                Cause   = if ($codes) { Get-Message -Key $key -With $with } else { $one.Reason }
                Do      = $act
                HResult = if ($codes) { $codes } else { $one.HResult }
                Order   = '{0}{1}{2:d3}' -f $places[$sure], $kind, $place
            }
        }
    }
    $best = $candidates | Sort-Object -Property Order | Select-Object -First 1
    if (-not $best) {
        # Symptoms alone: the code that was seen last is all that is known.
        $one = $Result | Where-Object -Property Status -EQ 'Problem' | Select-Object -First 1
        if (-not $one) { return }
        $first = $one.HResult | Select-Object -First 1
        $code = $Diagnosis.Codes | Where-Object -Property Code -EQ $first
        $open = @(if ($code) { $code.Checks }) + $one.Id | Select-Object -First 1
        $best = [pscustomobject]@{
            Check   = $one.Id
            Sure    = 'possible'
            Cause   = if ($code) { "$first $($code.Name)".Trim() + ": $($code.Meaning)" } else { $one.Reason }
            Do      = Get-Message -Key 'answerRead' -With @{ Check = $open }
            HResult = @($one.HResult)
        }
    }
    $told = @($Diagnosis.Codes | Where-Object -Property Code -In $best.HResult | Select-Object -First 3)
    $titles = @($best.Check) + @($told | ForEach-Object -Process { $_.Seen }) | Select-Object -Unique |
        ForEach-Object -Process { Get-Message -Key "title.$_" }
    $why = @($told | ForEach-Object -Process { "$($_.Code) $($_.Name)".Trim() }) + @($titles) -join ' / '
    [pscustomobject]@{
        Check   = $best.Check
        Sure    = $best.Sure
        Cause   = $best.Cause
        Why     = $why
        Do      = $best.Do
        HResult = @($best.HResult)
    }
}

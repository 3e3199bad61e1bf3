# The most probable cause: { Check, Sure, IsFirst, Forbids, Cause, Why, Do, HResult }, or nothing. Answers of a
# row are texts, "<place> <how sure>/<first>/<forbidden repairs>/<reasons its codes need> <reasons or codes>".
# What has a number comes first of all: while it stands, a repair is useless or does harm. Then what is surer,
# what a code proves, what was seen, and what disturbs least. What is harmless explains its own codes alone.
function Get-Answer {
    param([psobject[]] $Result = @(), [Parameter(Mandatory)] [hashtable] $Diagnosis)
    $ranking = @($Diagnosis.Ranking | ForEach-Object { $_.Id })
    $places = @{ certain = 0; likely = 1; harmless = 2; possible = 3 }
    $known = @($Diagnosis.Codes | ForEach-Object { $_.Code })
    $candidates = foreach ($row in $script:Checks) {
        $one = $Result | Where-Object -Property Id -EQ $row.Id
        if (-not $one) { continue }
        $isTold = $false
        foreach ($answer in $row.Answers) {
            $at, $sure, $on = $answer -split ' '
            $sure, $first, $forbids, $when = $sure -split '/'
            if ($when -and $one.ReasonKey -notin ($when -split ',')) { continue }
            $codes = @($known | Where-Object { ($_ -split '-')[0] -in $on })
            # What could not be decided is a cause only where its reason is named.
            $isNamed = $one.Status -in 'Problem', 'Unknown' -and $one.ReasonKey -in $on
            $isSeen = -not $isTold -and ($isNamed -or ($one.Status -eq 'Problem' -and '*' -in $on))
            if (-not $codes -and -not $isSeen) { continue }
            if (-not $codes) { $isTold = $true }
            $key = "answer.$($row.Id).$at"
            $with = if ($codes) { @{ Codes = $codes } } else { $one.Evidence }
            $act = Get-Message -Key "$key.do" -With $with
            if ($act -eq "$key.do") {
                $act = Get-Message -Key $(if ($row.Repairable) { 'answerRepair' } else { 'answerRead' }) -With @{
                    Check = $row.Id; Script = $script:RepairName
                    Title = Get-Message -Key "title.$($row.Id)"
                }
            }
            if ($act -match '-Check ') { $act = $Diagnosis.Held + $act }
            $place = [array]::IndexOf($ranking, $row.Id)
            if ($place -lt 0) { $place = 999 }
            # What is wrong and the reason of a code comes before where it was seen.
            $explains = $place -lt 999 -and $Diagnosis.Ranking[$place].Codes
            $kind = if ($codes -or ($explains -and '*' -in $on)) { 0 } elseif ('*' -in $on) { 2 } else { 1 }
            [pscustomobject]@{
                Check   = $row.Id
                Sure    = $sure
                Cause   = if ($codes) { Get-Message -Key $key -With $with } else { $one.Reason }
                Do      = $act
                HResult = @(if ($codes) { $codes } else { $one.HResult })
                IsFirst = [bool] $first
                Forbids = @($forbids -split ',' -ne '')
                Order   = '{0}{1}{2}{3:d3}' -f $(if ($first) { $first } else { 9 }), $places[$sure], $kind, $place
            }
        }
    }
    $sorted = @($candidates | Sort-Object -Property Order)
    $best = $sorted | Select-Object -First 1
    $settled = @(if ($best -and $best.Sure -eq 'harmless') { $best.HResult })
    $isNew = { @($_.HResult | Where-Object { $_ -notin $settled }).Count -gt 0 }
    if ($settled) {
        $other = $sorted | Where-Object -Property Sure -EQ 'possible' | Where-Object $isNew
        if ($other) { $best = @($other)[0] }
    }
    $open = $null
    if (-not $best -or $best.Sure -eq 'harmless') {
        # Symptoms alone: all that is known is a code.
        $open = $Result | Where-Object -Property Status -EQ 'Problem' |
            Where-Object { -not $best -or (& $isNew) } | Select-Object -First 1
    }
    if ($open) {
        $first = $open.HResult | Where-Object { $_ -notin $settled } | Select-Object -First 1
        $code = $Diagnosis.Codes | Where-Object -Property Code -EQ $first
        # Below a check that is in order stands nothing.
        $id = (@($ranking | Where-Object { $code -and $_ -in $code.Checks }) + $open.Id)[0]
        $best = [pscustomobject]@{
            Check   = $open.Id
            Sure    = 'possible'
            IsFirst = $false
            Forbids = @()
            Cause   = if ($code) { "$first $($code.Name)".Trim() + ": $($code.Meaning)" } else { $open.Reason }
            Do      = Get-Message -Key 'answerRead' -With @{ Check = $id; Title = Get-Message -Key "title.$id" }
            HResult = @($open.HResult)
        }
    }
    if (-not $best) { return }
    if ($best.Sure -eq 'harmless') { $best.Sure = 'certain' }
    $told = @($Diagnosis.Codes | Where-Object -Property Code -In $best.HResult | Select-Object -First 3)
    $titles = @($best.Check) + @($told | ForEach-Object { $_.Seen }) | Select-Object -Unique |
        ForEach-Object { Get-Message -Key "title.$_" }
    $codes = @($told | ForEach-Object { "$($_.Code) $($_.Name)".Trim() + " ($($_.Meaning))" })
    $why = @{ Name = 'Why'; Expression = { $codes + $titles -join ' / ' } }
    $best | Select-Object -Property Check, Sure, IsFirst, Forbids, Cause, $why, Do, HResult
}

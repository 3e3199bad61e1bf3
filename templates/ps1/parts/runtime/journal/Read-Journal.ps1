# { IsTrusted, IsOld, Line, Entries (not undone, oldest first) }. One line that does not belong, which is Line, or
# another token makes all of it untrusted. Old: written before runs had tokens.
function Read-Journal {
    param([Parameter(Mandatory)] [string] $Path, [AllowEmptyString()] [string] $Token)
    $entries = [ordered]@{}
    $result = [pscustomobject]@{ IsTrusted = $false; IsOld = $false; Line = 0; Entries = @() }
    $text = [IO.File]::ReadAllText($Path, [Text.Encoding]::GetEncoding(28591))
    # Half a line was being written when the PC stopped: its action had not begun.
    $lines = @($text.Substring(0, 1 + $text.LastIndexOf("`n")) -split '\r?\n')
    $at = 0
    while ($at -lt $lines.Count -and $lines[$at] -eq '') { $at++ }
    if ($at -eq $lines.Count) {
        $result.IsTrusted = $true
        return $result
    }
    $shape = '\A0\|run\|([0-9]+)\|([a-z0-9-]+)\|[A-Za-z0-9.+-]+\|[A-Za-z0-9.+-]+(?:\|([A-Za-z0-9-]+))?\z'
    if ($lines[$at] -cnotmatch $shape) { return $result }
    $result.IsOld = $Matches[1] -eq '1'
    $isOurs = $Matches[1] -eq '2' -and $Matches[2] -ceq $script:Product
    if (-not $isOurs -or -not $Token -or $Matches[3] -cne $Token) { return $result }
    for ($at++; $at -lt $lines.Count; $at++) {
        if ($lines[$at] -eq '') { continue }
        $result.Line = $at + 1
        $fields = $lines[$at] -split '\|'
        if ($fields.Count -ne 6 -or $fields[0] -notmatch '\A[1-9][0-9]{0,8}\z') { return $result }
        try { $values = @($fields[2..5] | ForEach-Object { ConvertFrom-JournalText -Text $_ }) }
        catch { return $result }
        $number = $fields[0]
        if ($fields[1] -ceq 'plan' -and -not $entries.Contains($number)) {
            $entry = [pscustomobject]@{
                Number = [int] $number
                Action = $values[0]
                Target = $values[1]
                Before = $values[2]
                After  = $values[3]
                State  = 'plan'
            }
            if (-not (Test-JournalEntry -Entry $entry)) { return $result }
            $entries[$number] = $entry
        }
        else {
            $isMark = $fields[1] -cin 'done', 'failed', 'undone' -and -not (-join $values)
            if (-not $isMark -or -not $entries.Contains($number)) { return $result }
            $entries[$number].State = $fields[1]
        }
    }
    $result.IsTrusted = $true
    $result.Line = 0
    $result.Entries = @($entries.Values | Where-Object -Property State -NE 'undone')
    $result
}

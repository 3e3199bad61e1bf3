# { IsTrusted, Entries (not undone, oldest first) }. One line that does not belong makes all of it untrusted.
function Read-Journal {
    param([Parameter(Mandatory)] [string] $Path)
    $entries = [ordered]@{}
    $result = [pscustomobject]@{ IsTrusted = $false; Entries = @() }
    $text = [IO.File]::ReadAllText($Path, [Text.Encoding]::GetEncoding(28591))
    # Half a line was being written when the PC stopped: its action had not begun.
    $lines = @($text.Substring(0, 1 + $text.LastIndexOf("`n")) -split '\r?\n' -ne '')
    if ($lines.Count -eq 0) {
        $result.IsTrusted = $true
        return $result
    }
    $first = "0|run|1|$script:Product|"
    $isOurs = $lines[0].StartsWith($first) -and $lines[0] -cmatch '^0(?:\|[A-Za-z0-9.+-]+){5}$'
    if (-not $isOurs) { return $result }
    foreach ($line in $lines | Select-Object -Skip 1) {
        $fields = $line -split '\|'
        if ($fields.Count -ne 6 -or $fields[0] -notmatch '^[1-9]\d{0,8}$') { return $result }
        try { $values = @($fields[2..5] | ForEach-Object -Process { ConvertFrom-JournalText -Text $_ }) }
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
    $result.Entries = @($entries.Values | Where-Object -Property State -NE 'undone')
    $result
}

# The newest run with something to undo, or the one of that number, with its entries of all or some checks.
function Get-UndoableRun {
    param([int] $Number, [string[]] $Check)
    $runs = Get-Run | Where-Object -Property IsUndone -EQ $false | Sort-Object -Property Number -Descending
    foreach ($each in $runs) {
        if ($Number -and $each.Number -ne $Number) { continue }
        $notes = Read-RunNote -Journal $each.Journal
        # The first note follows the first line of the journal, so that one without the other was lost.
        $isThere = Test-Path -LiteralPath $each.Journal
        if (-not $isThere -and -not $notes.Exists) { continue }
        $content = if ($isThere) { Read-RunJournal -Run $each }
        else { [pscustomobject]@{ IsTrusted = $false; IsOld = $false; Line = 0; Entries = @() } }
        $entries = @($content.Entries | Where-Object {
                $entry = $_
                $first = @($notes.Checks.Keys | Where-Object { [int] $_ -le $entry.Number })
                -not $Check -or ($first -and (Get-CheckId -Id $notes.Checks[$first[-1]]) -in $Check)
            })
        if ($content.IsTrusted -and -not $entries) { continue }
        return [pscustomobject]@{
            Number    = $each.Number
            Path      = $each.Path
            Journal   = $each.Journal
            IsGone    = -not $isThere
            IsTrusted = $content.IsTrusted
            IsOld     = $content.IsOld
            Line      = $content.Line
            Entries   = $entries
            IsWhole   = $entries.Count -eq @($content.Entries).Count
            Notes     = $notes
        }
    }
}

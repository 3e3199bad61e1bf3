# The newest run that has something to undo, with its entries; a run that changed nothing is passed over.
function Get-UndoableRun {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param()
    $runs = Get-Run | Where-Object -Property IsUndone -EQ $false | Sort-Object -Property Number -Descending
    foreach ($run in $runs) {
        $journal = Join-Path -Path (Get-Item -LiteralPath $run.Path).FullName -ChildPath 'journal.txt'
        if (-not (Test-Path -LiteralPath $journal)) { continue }
        $content = Read-Journal -Path $journal
        if ($content.IsTrusted -and -not $content.Entries) { continue }
        return [pscustomobject]@{
            Number    = $run.Number
            Path      = $run.Path
            Journal   = $journal
            IsTrusted = $content.IsTrusted
            Entries   = $content.Entries
        }
    }
}

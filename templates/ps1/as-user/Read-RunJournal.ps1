# What Read-Journal makes of a run. Nothing of what others may write.
function Read-RunJournal {
    param([Parameter(Mandatory)] [psobject] $Run)
    $files = 'journal.txt', 'notes.txt' | ForEach-Object { "$($Run.Path)\$_" }
    $present = @($Run.Path) + @($files | Where-Object { Test-Path -LiteralPath $_ })
    foreach ($path in $present) {
        if (-not (Test-TrustedItem -Path $path)) {
            return [pscustomobject]@{ IsTrusted = $false; IsOld = $false; Line = 0; Entries = @() }
        }
    }
    Read-Journal -Path $Run.Journal -Token '-'
}

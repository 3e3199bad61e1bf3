# Says that the newest run was cut off, and what to do about it.
function Write-UnfinishedRun {
    $run = Get-Run | Sort-Object -Property Number | Select-Object -Last 1
    if (-not $run -or $run.IsUndone) { return }
    $journal = Join-Path -Path (Get-Item -LiteralPath $run.Path).FullName -ChildPath 'journal.txt'
    if (-not (Test-Path -LiteralPath $journal)) { return }
    $notes = Read-RunNote -Journal $journal
    $entries = @((Read-Journal -Path $journal).Entries)
    if (($notes.Exists -and $null -eq $notes.EndCode) -or ($entries -and $entries[-1].State -eq 'plan')) {
        Write-Notice -Key 'unfinishedRun' -With @{ Run = $run.Number; Script = "$script:ScriptName.ps1" }
    }
}

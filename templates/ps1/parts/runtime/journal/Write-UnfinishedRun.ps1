function Write-UnfinishedRun {
    $run = Get-Run | Sort-Object -Property Number | Select-Object -Last 1
    if (-not $run -or $run.IsUndone -or -not (Test-Path -LiteralPath $run.Journal)) { return }
    $notes = Read-RunNote -Journal $run.Journal
    $entries = @((Read-RunJournal -Run $run).Entries)
    if (($notes.Exists -and $null -eq $notes.EndCode) -or ($entries -and $entries[-1].State -eq 'plan')) {
        Write-Notice -Key 'unfinishedRun' -With @{ Run = $run.Number; Script = "$script:ScriptName.ps1" }
    }
}

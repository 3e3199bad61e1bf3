# Restores what the newest run that is not undone has changed; outputs the exit code. Every step looks at the
# machine first, so undo can be run again, and after a run that was killed anywhere.
function Undo-Run {
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([int])]
    param()
    $run = Get-UndoableRun
    if (-not $run) {
        Write-Notice -Key 'nothingToUndo'
        return 0
    }
    if (-not $run.IsTrusted) {
        Write-Notice -Key 'journalNotTrusted' -With @{ Path = "$($run.Path)\journal.txt" }
        return 20
    }
    $entries = @($run.Entries)
    [array]::Reverse($entries)
    $steps = @($entries | Where-Object -FilterScript { Confirm-Undo -Entry $_ })
    if ($WhatIfPreference) { return 0 }
    # Each service ends as it was before the run touched it for the first time. Until then all are stopped, since
    # they hold the folders.
    $services = @($steps | Where-Object -Property Action -In 'stop-service', 'start-service')
    $names = @($services | ForEach-Object -Process { $_.Target } | Select-Object -Unique)
    foreach ($name in $names) {
        # Nobody could start a disabled service again.
        if ((Get-ServiceStartType -Name $name) -eq 'disabled') { continue }
        $null = Restore-ServiceStatus -Name $name -Status 'stopped'
    }
    $restore = { -not (Restore-Entry -Entry $_ -Journal $run.Journal) }
    # What may keep a service from being started again waits until all are as they were.
    $late = 'service-start-type', 'service-security'
    $missed = @($steps | Where-Object -Property Action -NotIn $late | Where-Object -FilterScript $restore)
    foreach ($name in $names + @($script:StoppedServices | Where-Object -FilterScript { $_ -notin $names })) {
        $own = @($services | Where-Object -Property Target -EQ $name)
        $status = if ($own) { $own[-1].Before } else { 'running' }
        if (Restore-ServiceStatus -Name $name -Status $status) {
            $own | ForEach-Object -Process {
                Complete-JournalEntry -Number $_.Number -State 'undone' -Path $run.Journal
            }
        }
        else { $missed += $own }
    }
    $missed += @($steps | Where-Object -Property Action -In $late | Where-Object -FilterScript $restore)
    foreach ($entry in $missed) {
        Write-Notice -Key 'undoMissed' -With @{ Action = $entry.Action; Target = $entry.Target }
    }
    if ($missed -or $steps.Count -lt $entries.Count) { return 20 }
    Rename-Item -LiteralPath $run.Path -NewName "$($run.Number).undone"
    Write-Notice -Key 'undone' -With @{ Run = $run.Number }
    0
}

# Of the newest run, or of one, for all checks or some; outputs the exit code. The guards of a repair come first:
# what strands an update does so in either direction. Every step looks at the machine first, so undo can be
# repeated, also after a run that was killed anywhere.
function Undo-Run {
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([int])]
    param([int] $Number, [string[]] $Check, [switch] $AllowManaged)
    $guard = Get-Guard
    $run = Get-UndoableRun -Number $Number -Check $Check
    if (-not $run) {
        Write-Notice -Key 'nothingToUndo'
        return 0
    }
    $script:UndoneRun = $run.Number
    if (-not $run.IsTrusted) {
        $key = if ($run.IsGone) { 'journalGone' } elseif ($run.IsOld) { 'journalOld' }
        elseif ($run.Line) { 'journalLine' } else { 'journalNotTrusted' }
        Write-Notice -Key $key -With @{ Path = "$($run.Path)\journal.txt"; Run = $run.Number; Line = $run.Line }
        return 20
    }
    $code = Get-GuardCode -Guard $guard -AllowManaged:$AllowManaged
    if ($code -ne 0) { return $code }
    $entries = @($run.Entries)
    [array]::Reverse($entries)
    $removed = @($entries | Where-Object -Property Number -In $run.Notes.Removed)
    $gone = @($entries | Where-Object -Property Number -NotIn $run.Notes.Removed | Where-Object {
            Test-AsideGone -Entry $_ -Notes $run.Notes
        })
    $keys = [ordered]@{ 'cannotUndoRemoved' = $removed; 'cannotUndoGone' = $gone }
    foreach ($key in $keys.Keys) {
        foreach ($entry in $keys[$key]) {
            Write-Notice -Key $key -With @{ Path = $entry.Target; Aside = $entry.After }
        }
    }
    $lost = @($removed + $gone | ForEach-Object { $_.Number })
    $entries = @($entries | Where-Object -Property Number -NotIn $lost)
    $steps = @($entries | Where-Object { Confirm-Undo -Entry $_ })
    if ($WhatIfPreference) { return $(if ($lost) { 20 } else { 0 }) }
    # Each service ends as before the run first touched it. Until then all are stopped: they hold the folders.
    $services = @($steps | Where-Object -Property Action -In 'stop-service', 'start-service')
    $names = @($services | ForEach-Object { $_.Target } | Select-Object -Unique)
    foreach ($name in $names) {
        # Nobody could start a disabled service again.
        if ((Get-ServiceStartType -Name $name) -eq 'disabled') { continue }
        $null = Restore-ServiceStatus -Name $name -Status 'stopped'
    }
    $restore = { -not (Restore-Entry -Entry $_ -Journal $run.Journal) }
    # What may keep a service from being started again waits until all are as they were.
    $late = 'service-start-type', 'service-security'
    $missed = @($steps | Where-Object -Property Action -NotIn $late | Where-Object $restore)
    foreach ($name in $names + @($script:StoppedServices | Where-Object { $_ -notin $names })) {
        $own = @($services | Where-Object -Property Target -EQ $name)
        $status = if ($own) { $own[-1].Before } else { 'running' }
        if (Restore-ServiceStatus -Name $name -Status $status) {
            $own | ForEach-Object {
                Complete-JournalEntry -Number $_.Number -State 'undone' -Path $run.Journal
            }
        }
        else { $missed += $own }
    }
    $missed += @($steps | Where-Object -Property Action -In $late | Where-Object $restore)
    foreach ($entry in $missed) {
        Write-Notice -Key 'undoMissed' -With @{ Action = $entry.Action; Target = $entry.Target }
        # The report lists what was done.
        $script:Changes = @($script:Changes -ne (Get-UndoText -Entry $entry))
    }
    if ($missed -or $gone -or $steps.Count -lt $entries.Count) {
        $count = $steps.Count - $missed.Count
        if ($missed -or $gone) { Write-Notice -Key 'undoneRest' -With @{ Run = $run.Number; Count = $count } }
        return 20
    }
    if ($run.IsWhole) { Rename-Item -LiteralPath $run.Path -NewName "$($run.Number).undone" }
    $key = if ($Check) { 'undoneCheck' } else { 'undone' }
    Write-Notice -Key $key -With @{ Run = $run.Number; Checks = $Check }
    if ($removed) { 20 } else { 0 }
}

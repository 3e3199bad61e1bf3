# One repair after the other. What cannot be undone by design is said by the report of its undo.
function Test-ProductRepair {
    param([AllowEmptyString()] [string] $Engine, [Parameter(Mandatory)] [hashtable] $Scripts)
    $repair = @{ Engine = $Engine; Script = $Scripts['repair'] }
    $detect = @{ Engine = $Engine; Script = $Scripts['detect'] }
    $listed = Invoke-ProductReport @repair -ArgumentList '-WhatIf', '-AllowManaged'
    $rows = foreach ($id in $listed.Report.checks | ForEach-Object -Process { $_.id } | Sort-Object) {
        $before = Get-ServiceSnapshot
        $was = Get-EngineVerdict @detect -ArgumentList '-Check', $id
        $done = Invoke-ProductReport @repair -ArgumentList '-Check', $id, '-Force', '-AllowManaged'
        $is = Get-EngineVerdict @detect -ArgumentList '-Check', $id
        $undone = Invoke-ProductReport @repair -ArgumentList '-Undo', '-AllowManaged'
        $after = Get-EngineVerdict @detect -ArgumentList '-Check', $id
        $moved = @(Compare-Snapshot -Before $before -After (Get-ServiceSnapshot))
        @{
            Check    = $id
            Before   = $was.Checks[$id]
            Repaired = @{
                ExitCode = $done.ExitCode; Changes = @($done.Report.changes); Verdict = $is.Checks[$id]
            }
            Undone   = @{
                ExitCode = $undone.ExitCode; Changes = @($undone.Report.changes); Verdict = $after.Checks[$id]
            }
            Services = $moved
            IsGood   = $done.ExitCode -in 0, 2, 3010 -and $undone.ExitCode -eq 0 -and -not $moved
        }
    }
    $bad = @($rows | Where-Object -FilterScript { -not $_.IsGood } | ForEach-Object -Process { $_.Check })
    @{ Outcome = if ($bad) { 'broken' } else { 'held' }; Seen = @{ Broken = $bad; Repairs = @($rows) } }
}

# One repair after the other. What cannot be undone by design is said by the report of its undo.
function Test-ProductRepair {
    param([AllowEmptyString()] [string] $Engine, [Parameter(Mandatory)] [hashtable] $Scripts)
    $repair = @{ Engine = $Engine; Script = $Scripts['repair'] }
    $detect = @{ Engine = $Engine; Script = $Scripts['detect'] }
    $rows = foreach ($id in Get-ProductCheck @repair | Sort-Object) {
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
            # A restart that an earlier repair asks for stands in the way of the next.
            IsOpen   = 13 -in $done.ExitCode, $undone.ExitCode -or 14 -in $done.ExitCode, $undone.ExitCode
        }
    }
    $open = @($rows | Where-Object -FilterScript { $_.IsOpen } | ForEach-Object -Process { $_.Check })
    $bad = @($rows | Where-Object -FilterScript { -not $_.IsGood -and -not $_.IsOpen })
    $bad = @($bad | ForEach-Object -Process { $_.Check })
    $seen = @{ Broken = $bad; Open = $open; Repairs = @($rows); Bundle = '' }
    # What is left of all of them; the bundle of the capture was made before.
    $seen.Bundle = (Test-ProductCapture -Engine $Engine -Script $Scripts['collect']).Seen
    @{ Outcome = if ($bad) { 'broken' } elseif ($open) { 'open' } else { 'held' }; Seen = $seen }
}

# One repair after the other, with a bundle before it, after it and after its undo. What cannot be undone by
# design is said by the report of its undo.
function Test-ProductRepair {
    param([AllowEmptyString()] [string] $Engine, [Parameter(Mandatory)] [hashtable] $Scripts)
    $repair = @{ Engine = $Engine; Script = $Scripts['repair'] }
    $detect = @{ Engine = $Engine; Script = $Scripts['detect'] }
    $collect = @{ Engine = $Engine; Script = $Scripts['collect'] }
    $bundle = (Test-ProductCapture @collect).Seen
    $rows = foreach ($id in Get-ProductCheck @repair | Sort-Object) {
        $before = Get-ServiceSnapshot
        $was = Get-EngineVerdict @detect -ArgumentList '-Check', $id
        $done = Invoke-ProductReport @repair -ArgumentList '-Check', $id, '-Force', '-AllowManaged'
        $is = Get-EngineVerdict @detect -ArgumentList '-Check', $id
        $bundles = @{ Before = $bundle; Repaired = (Test-ProductCapture @collect).Seen }
        $undone = Invoke-ProductReport @repair -ArgumentList '-Undo', '-AllowManaged'
        $after = Get-EngineVerdict @detect -ArgumentList '-Check', $id
        $moved = @(Compare-Snapshot -Before $before -After (Get-ServiceSnapshot))
        $bundles.Undone = $bundle = (Test-ProductCapture @collect).Seen
        @{
            Check    = $id
            Bundles  = $bundles
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
    $open = @($rows | Where-Object { $_.IsOpen } | ForEach-Object { $_.Check })
    $bad = @($rows | Where-Object { -not $_.IsGood -and -not $_.IsOpen })
    $bad = @($bad | ForEach-Object { $_.Check })
    @{
        Outcome = if ($bad) { 'broken' } elseif ($open) { 'open' } else { 'held' }
        Seen    = @{ Broken = $bad; Open = $open; Repairs = @($rows) }
    }
}

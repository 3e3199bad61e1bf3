function Compare-EngineVerdict {
    param([hashtable] $Old, [hashtable] $New)
    if (-not $Old -or -not $New) { throw 'one of the diagnoses did not end' }
    $ids = @($Old.Checks.Keys) + @($New.Checks.Keys) | Sort-Object -Unique
    if (-not $ids) { throw 'neither of the diagnoses tells of a check' }
    $differing = @($ids | Where-Object { $Old.Checks[$_] -ne $New.Checks[$_] })
    @{ Outcome = if ($differing) { 'broken' } else { 'held' }; Seen = @{ Differing = $differing } }
}

function Compare-EngineVerdict {
    param([hashtable] $Old, [hashtable] $New)
    if (-not $Old -or -not $New) { throw 'one of the diagnoses did not end' }
    $ids = $Old.Checks.Keys | Sort-Object
    $differing = @($ids | Where-Object -FilterScript { $Old.Checks[$_] -ne $New.Checks[$_] })
    @{ Outcome = if ($differing) { 'broken' } else { 'held' }; Seen = @{ Differing = $differing } }
}

# What stands in the way of a repair, as the finding of a check: Problem with each reason, or Ok.
function Test-Guard {
    $stops = @((Get-Guard).Stops)
    if (-not $stops) { return New-Finding -Status 'Ok' }
    $told = foreach ($one in $stops) { @{ Code = $one.Code; Reason = $one.Reason; Evidence = $one.Evidence } }
    New-Finding -Status 'Problem' -Reason $stops[0].Reason -Evidence @{ Stops = @($told) }
}

param($Windows)
# One point, three days old.
$null = $Windows
@{ Reason = 'points'; HResult = @(); Evidence = @{ Count = 1; Hours = 24; Sequence = 7 } }

param($Windows)
# One point, three days old.
$null = $Windows
@{ Reason = 'points'; HResult = @(); Evidence = @{ Count = 1; Limit = 1440; Sequence = 7 } }

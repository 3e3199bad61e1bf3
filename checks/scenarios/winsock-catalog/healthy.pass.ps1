param($Windows)
$null = $Windows
@{ Reason = ''; HResult = @(); Evidence = @{ Entries = 2 } }

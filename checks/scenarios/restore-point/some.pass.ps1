param($Windows)
# One point, three days old.
$null = $Windows

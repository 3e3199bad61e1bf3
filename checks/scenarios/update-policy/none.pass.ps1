param($Windows)
$null = $Windows

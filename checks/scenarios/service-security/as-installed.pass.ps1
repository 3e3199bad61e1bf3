param($Windows, $With)
$null = $Windows, $With

param($Windows, $With)
$Windows.Services[$With.Name].Start = $null

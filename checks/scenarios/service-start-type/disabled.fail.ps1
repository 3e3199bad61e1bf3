param($Windows, $With)
$Windows.Services[$With.Name].Start = 4
$Windows.Services[$With.Name].Delayed = $false
$Windows.Services[$With.Name].Status = 'Stopped'

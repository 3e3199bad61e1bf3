param($Windows, $With)
# Windows itself moves some of them to automatic while work waits.
$Windows.Services[$With.Name].Start = 2
$Windows.Services[$With.Name].Status = 'Running'

param($Windows, $With)
Add-SimulatedService -Windows $Windows -Name $With.Name
$Windows.Services[$With.Name].SecurityCode = 5

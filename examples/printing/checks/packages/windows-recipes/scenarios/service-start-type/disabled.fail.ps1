param($Windows, $With)
Add-SimulatedService -Windows $Windows -Name $With.Name
$Windows.Services[$With.Name].Start = 4
$Windows.Services[$With.Name].Delayed = $false
$Windows.Services[$With.Name].Status = 'Stopped'
@{ Reason = 'disabled'; HResult = @(); Evidence = @{ Start = 4 } }

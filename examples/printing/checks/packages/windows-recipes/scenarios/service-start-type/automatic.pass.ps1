param($Windows, $With)
Add-SimulatedService -Windows $Windows -Name $With.Name
# Windows itself moves some of them to automatic while work waits.
$Windows.Services[$With.Name].Start = 2
$Windows.Services[$With.Name].Status = 'Running'
@{ Reason = ''; HResult = @(); Evidence = @{ Start = 2 } }

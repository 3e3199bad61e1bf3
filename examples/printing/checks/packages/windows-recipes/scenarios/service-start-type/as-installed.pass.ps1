param($Windows, $With)
Add-SimulatedService -Windows $Windows -Name $With.Name
# Stopped is healthy: the services are started when they are needed.
$Windows.Services[$With.Name].Status = 'Stopped'
@{ Reason = ''; HResult = @() }

param($Windows, $With)
# Neither the service manager nor the registry says.
Add-SimulatedService -Windows $Windows -Name $With.Name
$Windows.Services[$With.Name].SecurityCode = 5
$Windows.Services[$With.Name].Security = ''
@{ Reason = 'unreadable'; HResult = @() }

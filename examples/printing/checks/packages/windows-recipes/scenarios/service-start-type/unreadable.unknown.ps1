param($Windows, $With)
Add-SimulatedService -Windows $Windows -Name $With.Name
$Windows.Services[$With.Name].Start = $null
@{ Reason = 'unreadable'; HResult = @() }

param($Windows, $With)
# Nobody may read the list, but SYSTEM and administrators may query and start the service: nothing is in the way.
Add-SimulatedService -Windows $Windows -Name $With.Name
$Windows.Services[$With.Name].Security = 'D:(A;;CCLCSWRPWPDTLO;;;SY)(A;;CCDCLCSWRPWPDTLOWDWO;;;BA)'
@{ Reason = ''; HResult = @(); Evidence = @{ AccessList = 'D:(A;;0xfd;;;SY)(A;;0xc00ff;;;BA)' } }

param($Windows, $With)
# All rights are there, and denied again before.
Add-SimulatedService -Windows $Windows -Name $With.Name
$Windows.Services[$With.Name].Security = 'D:(D;;RPWP;;;WD)' + -join $With.Entries
@{ Reason = 'lost'; HResult = @(); Evidence = @{ Lost = 'SY:RP', 'BA:RP' } }

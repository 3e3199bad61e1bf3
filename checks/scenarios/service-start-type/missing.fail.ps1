param($Windows, $With)
# Nothing here brings a service back that is not there.
$Windows.Services.Remove($With.Name)
@{ Reason = 'missing'; HResult = @(); Evidence = @{ Service = $With.Name; Start = $null }; Repair = 1 }

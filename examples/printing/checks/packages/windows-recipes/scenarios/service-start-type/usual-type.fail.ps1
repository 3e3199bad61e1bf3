param($Windows, $With)
Add-SimulatedService -Windows $Windows -Name $With.Name
# Only the usual start type is set, and undo brings back Disabled: sc.exe refuses every other one here.
$kinds = @{ automatic = 'auto'; 'delayed-automatic' = 'delayed-auto'; demand = 'demand' }
$usual = $kinds[$With.Wanted]
$service = $Windows.Services[$With.Name]
$service.Start = 4
$service.Delayed = $false
$service.Status = 'Stopped'
$Windows.Tools['sc.exe'] = {
    param($Arguments)
    if ($Arguments[0] -ne 'config' -or $Arguments[3] -notin 'disabled', $usual) { return @{ ExitCode = 87 } }
    $service.Start = @{ disabled = 4; demand = 3; auto = 2; 'delayed-auto' = 2 }[$Arguments[3]]
    $service.Delayed = $Arguments[3] -eq 'delayed-auto'
    @{ ExitCode = 0 }
}.GetNewClosure()
@{ Reason = 'disabled'; HResult = @(); Evidence = @{ Start = 4 } }

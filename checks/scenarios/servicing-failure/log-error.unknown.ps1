param($Windows)
$Windows.LogErrors['Setup'] = 'The event log service is not there.'
@{ Reason = 'log-unreadable'; HResult = @(); Evidence = @{ Failures = 0 } }

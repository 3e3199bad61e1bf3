param($Windows)
$Windows.LogErrors['System'] = 'The event log service is not there.'
@{ Reason = 'events-unreadable'; HResult = @(); Evidence = @{ Version = '10.0.26100.7010' } }

param($Windows)
$Windows.LogErrors['System'] = 'The event log service is not there.'

param($Windows)
$Windows.LogErrors['Setup'] = 'The event log service is not there.'

param($Windows)
$Windows.LogErrors['Microsoft-Windows-WindowsUpdateClient/Operational'] = 'The event log service is not there.'

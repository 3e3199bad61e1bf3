param($Windows)
$Windows.LogErrors['Microsoft-Windows-WindowsUpdateClient/Operational'] = 'Zugriff verweigert'

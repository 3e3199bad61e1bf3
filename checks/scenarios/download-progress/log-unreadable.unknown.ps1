param($Windows)
$Windows.LogErrors['Microsoft-Windows-WindowsUpdateClient/Operational'] = 'Zugriff verweigert'
@{ Reason = 'log-unreadable'; HResult = @(); Evidence = @{ Error = 'Exception' } }

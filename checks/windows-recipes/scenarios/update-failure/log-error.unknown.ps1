param($Windows, $With)
if ($With.Store) { $null = New-Item -Path "C:\Windows\$($With.Store)" -ItemType File -Force }
$Windows.LogErrors['Microsoft-Windows-WindowsUpdateClient/Operational'] = 'The log is damaged.'
@{ Reason = 'log-unreadable'; HResult = @(); Evidence = @{ Error = 'Exception'; Failures = 0 } }

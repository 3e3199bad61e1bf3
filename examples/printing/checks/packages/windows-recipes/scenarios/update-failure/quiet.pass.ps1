param($Windows, $With)
if ($With.Store) { $null = New-Item -Path "C:\Windows\$($With.Store)" -ItemType File -Force }
@{ Reason = ''; HResult = @(); Evidence = @{ Failures = 0 } }

param($Windows)
# Somebody lets programs make points more often than once a day.
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\SystemRestore'].SystemRestorePointCreationFrequency = 60
@{ Reason = 'points'; HResult = @(); Evidence = @{ Count = 1; Hours = 1; Sequence = 7 } }

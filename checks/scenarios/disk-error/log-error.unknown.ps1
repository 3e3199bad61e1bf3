param($Windows)
$Windows.LogErrors['System'] = 'The event log file is corrupted.'
@{ Reason = 'log-unreadable'; HResult = @() }

param($Windows)
$Windows.LogErrors['Microsoft-Windows-PrintService/Admin'] = 'Access is denied.'
@{ Reason = 'unreadable'; HResult = @() }

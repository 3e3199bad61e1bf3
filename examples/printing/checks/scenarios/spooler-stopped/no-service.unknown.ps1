param($Windows)
$Windows.Services.Remove('Spooler')
@{ Reason = 'unreadable'; HResult = @() }

param($Windows)
$Windows.Services['Spooler'].Status = 'Stopped'
@{ Reason = 'stopped'; HResult = @() }

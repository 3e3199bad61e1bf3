param($Windows)
$Windows.Services['Spooler'].Start = 3
$Windows.Services['Spooler'].Status = 'Stopped'
@{ Reason = 'not-automatic'; HResult = @() }

param($Windows)
$Windows.Cim['Win32_Printer'][0].PortName = 'PORTPROMPT:'
@{ Status = 'NotApplicable'; Reason = 'no-printer'; HResult = @() }

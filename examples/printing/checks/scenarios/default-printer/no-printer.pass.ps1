param($Windows)
$Windows.Cim['Win32_Printer'] = @()
@{ Status = 'NotApplicable'; Reason = 'no-printer'; HResult = @() }

param($Windows)
$Windows.Cim['Win32_Printer'] = { throw [UnauthorizedAccessException]::new('Access is denied.') }
@{ Reason = 'unreadable'; HResult = @() }

param($Windows)
$Windows.Cim['Win32_Printer'][0].Default = $false
@{ Reason = 'no-default'; HResult = @(); Evidence = @{ Count = 1 } }

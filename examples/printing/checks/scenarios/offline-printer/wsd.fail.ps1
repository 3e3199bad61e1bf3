param($Windows)
$Windows.Cim['Win32_Printer'][0].WorkOffline = $true
$Windows.Cim['Win32_Printer'][0].PortName = 'WSD-12345678'
@{ Reason = 'offline-wsd'; HResult = @() }

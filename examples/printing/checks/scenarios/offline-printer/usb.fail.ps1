param($Windows)
$Windows.Cim['Win32_Printer'][0].WorkOffline = $true
$Windows.Cim['Win32_Printer'][0].PortName = 'USB001'
@{ Reason = 'offline'; HResult = @(); Evidence = @{ Printers = 'Office'; Address = '' } }

param($Windows)
$Windows.Cim['Win32_Printer'][0].Default = $false
$Windows.Cim['Win32_Printer'] += [pscustomobject]@{
    Name = 'Microsoft Print to PDF'; Default = $true; WorkOffline = $false; PortName = 'PORTPROMPT:'
}
$Windows.Registry['HKCU:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Windows'].LegacyDefaultPrinterMode = 1
@{ Status = 'Ok'; Reason = 'chosen'; HResult = @(); Evidence = @{ Printer = 'Microsoft Print to PDF'; Mode = 1 } }

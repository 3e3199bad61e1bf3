param($Windows)
$Windows.Cim['Win32_Printer'][0].Default = $false
$Windows.Cim['Win32_Printer'] += [pscustomobject]@{
    Name = 'Fax'; Default = $true; WorkOffline = $false; PortName = 'SHRFAX:'
}
$Windows.Registry['HKCU:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Windows'].LegacyDefaultPrinterMode = 0
@{ Reason = 'to-file'; HResult = @(); Evidence = @{ Printer = 'Fax'; Mode = 0 } }

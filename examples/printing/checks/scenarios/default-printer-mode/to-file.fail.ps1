param($Windows)
$Windows.Cim['Win32_Printer'][0].Default = $false
$Windows.Cim['Win32_Printer'] += [pscustomobject]@{
    Name = 'Microsoft Print to PDF'; Default = $true; WorkOffline = $false; PortName = 'PORTPROMPT:'
}
@{ Reason = 'to-file'; HResult = @(); Evidence = @{ Printer = 'Microsoft Print to PDF'; Mode = '' } }

param($Windows)
$Windows.Cim['Win32_Printer'][0].WorkOffline = $true
$Windows.Commands['Get-PrinterPort'] = {
    [CmdletBinding()] param([string] $Name)
    [pscustomobject]@{ Name = $Name; PrinterHostAddress = '192.0.2.10' }
}
@{ Reason = 'offline-address'; HResult = @(); Evidence = @{ Address = '192.0.2.10' } }

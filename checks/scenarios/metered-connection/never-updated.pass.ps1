param($Windows)
# A new Windows without any cumulative update is not held back yet.
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\NetworkList\DefaultMediaCost'] = @{ Ethernet = 1; WiFi = 1; '3G' = 2; '4G' = 2; Default = 1 }
$Windows.Commands['Get-NetAdapter'] = {
    [pscustomobject]@{ InterfaceDescription = 'Mobile Connect'; InterfaceType = 243; InterfaceOperationalStatus = 1; InterfaceGuid = '{11111111-2222-3333-4444-555555555555}' }
}
$packages = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
foreach ($path in @($Windows.Registry.Keys)) { if ($path -like "$packages\*") { $Windows.Registry.Remove($path) } }
@{ Reason = 'metered'; HResult = @(); Evidence = @{ Allowed = $false; LastUpdate = $null; Metered = 'Mobile Connect' } }

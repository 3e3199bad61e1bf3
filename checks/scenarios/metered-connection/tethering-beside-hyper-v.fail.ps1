param($Windows)
# The adapter of a hypervisor is no second way.
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\NetworkList\DefaultMediaCost'] = @{ Ethernet = 1; WiFi = 1; '3G' = 2; '4G' = 2; Default = 1 }
$Windows.Commands['Get-NetAdapter'] = {
    [pscustomobject]@{ InterfaceDescription = 'Wi-Fi 6'; InterfaceType = 71; InterfaceOperationalStatus = 1; InterfaceGuid = '{11111111-2222-3333-4444-555555555555}' }
    [pscustomobject]@{ InterfaceDescription = 'Hyper-V Virtual Ethernet Adapter'; InterfaceType = 6; InterfaceOperationalStatus = 1; InterfaceGuid = '{99999999-2222-3333-4444-555555555555}'; Virtual = $true }
}
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\DusmSvc\Profiles\{11111111-2222-3333-4444-555555555555}\Phone'] = @{ UserCost = 2 }
$packages = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
$Windows.Registry["$packages\Package_for_RollupFix~31bf3856ad364e35~amd64~~26200.4652.1.9"] = @{
    CurrentState = 112; InstallTimeHigh = [int] [math]::Floor([datetime]::UtcNow.AddDays(-95).ToFileTimeUtc() / 4294967296)
}
@{ Reason = 'holds-back'; HResult = @(); Evidence = @{ Allowed = $false; Metered = 'Wi-Fi 6' } }

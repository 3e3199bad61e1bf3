param($Windows)
# Wi-Fi counts data, but a person has set this network free: the choice is 0.
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\NetworkList\DefaultMediaCost'] = @{ Ethernet = 1; WiFi = 2; '3G' = 2; '4G' = 2; Default = 1 }
$Windows.Commands['Get-NetAdapter'] = {
    [pscustomobject]@{ InterfaceDescription = 'Wi-Fi 6'; InterfaceType = 71; InterfaceOperationalStatus = 1; InterfaceGuid = '{11111111-2222-3333-4444-555555555555}' }
}
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\DusmSvc\Profiles\{11111111-2222-3333-4444-555555555555}\Home'] = @{ UserCost = 0 }
$packages = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
$Windows.Registry["$packages\Package_for_RollupFix~31bf3856ad364e35~amd64~~26200.4652.1.9"] = @{
    CurrentState = 112; InstallTimeHigh = [int] [math]::Floor([datetime]::UtcNow.AddDays(-95).ToFileTimeUtc() / 4294967296)
}
@{ Status = 'Ok'; Reason = ''; Evidence = @{ Metered = @() } }

param($Windows)
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\NetworkList\DefaultMediaCost'] = @{ Ethernet = 1; WiFi = 1; '3G' = 2; '4G' = 2; Default = 1 }
$Windows.Commands['Get-NetAdapter'] = {
    [pscustomobject]@{ InterfaceDescription = 'Mobile Connect'; InterfaceType = 243; InterfaceOperationalStatus = 1; InterfaceGuid = '{11111111-2222-3333-4444-555555555555}' }
}
$packages = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
$Windows.Registry["$packages\Package_for_RollupFix~31bf3856ad364e35~amd64~~26200.4652.1.9"] = @{
    CurrentState = 112; InstallTimeHigh = [int] [math]::Floor([datetime]::SpecifyKind([datetime]'2024-03-05T12:00:00', 'Utc').ToFileTimeUtc() / 4294967296)
}
@{
    Reason   = 'holds-back'
    HResult  = @()
    Evidence = @{ Allowed = $false; LastUpdate = '2024-03-05'; Metered = 'Mobile Connect' }
}

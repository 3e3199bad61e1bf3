param($Windows)
# The administrator pays for the line. That it is long ago has another reason.
$Windows.Commands['Get-NetAdapter'] = { [pscustomobject]@{ InterfaceDescription = 'Mobile'; InterfaceType = 243; InterfaceOperationalStatus = 1; InterfaceGuid = '{11111111-2222-3333-4444-555555555555}' } }
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\NetworkList\DefaultMediaCost'] = @{ '4G' = 2; Ethernet = 1; WiFi = 1 }
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update'] = @{ AllowAutoWindowsUpdateDownloadOverMeteredNetwork = 1 }
$time = [int] [math]::Floor([datetime]::UtcNow.AddDays(-95).ToFileTimeUtc() / 4294967296)
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages\Package_for_RollupFix~31bf3856ad364e35~amd64~~26200.4652.1.9'] = @{ CurrentState = 112; InstallTimeHigh = $time }
@{ Status = 'Ok'; Reason = ''; Evidence = @{ Allowed = $true; Metered = 'Mobile' } }

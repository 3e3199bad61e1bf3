param($Windows)
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber = '19045'
$version.UBR = 6456
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control'].PEFirmwareType = 1

param($Windows)
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber = '19045'
$version.UBR = 6456
$Windows.Registry['HKLM:\HARDWARE\DESCRIPTION\System\CentralProcessor\0'].Identifier = 'Intel64 Family 6 Model 94 Stepping 3'

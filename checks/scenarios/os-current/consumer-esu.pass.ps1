param($Windows)
$Windows.ClockOffset = [datetime] '2026-11-28' - [datetime]::Now
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber = '19045'
$version.UBR = 7100
$version.EditionID = 'Core'

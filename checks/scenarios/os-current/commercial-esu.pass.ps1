param($Windows)
$Windows.ClockOffset = [datetime] '2027-12-01' - [datetime]::Now
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber = '19045'
$version.UBR = 8100
$version.EditionID = 'Enterprise'

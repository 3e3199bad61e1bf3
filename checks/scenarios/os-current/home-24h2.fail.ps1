param($Windows)
# Extended updates are of Windows 10 alone: at home this version of Windows 11 ended before that of enterprises.
$Windows.ClockOffset = [datetime] '2026-11-28' - [datetime]::Now
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber, $version.EditionID, $version.DisplayVersion = '26100', 'Core', '24H2'
@{ Reason = 'version-ended'; Evidence = @{ Build = 26100; Edition = 'Core'; EndOfService = '2026-10-13' } }

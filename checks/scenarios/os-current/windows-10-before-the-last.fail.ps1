param($Windows)
# Windows 10 as well, but not the version that can be enrolled.
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber, $version.EditionID, $version.DisplayVersion = '19044', 'Core', '21H2'
@{ Reason = 'version-ended'; Evidence = @{ Build = 19044; Edition = 'Core'; EndOfService = '2023-06-13' } }

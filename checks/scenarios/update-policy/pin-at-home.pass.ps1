param($Windows)
# A tool wrote it on an edition for the home, which does not follow it.
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.EditionID = 'Core'
$version.DisplayVersion = '24H2'
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$Windows.Registry[$policy] = @{ TargetReleaseVersion = 1; ProductVersion = 'Windows 11'; TargetReleaseVersionInfo = '23H2' }
@{ Reason = ''; HResult = @(); Evidence = @{ Pin = ''; Installed = '24H2' } }

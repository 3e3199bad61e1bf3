param($Windows)
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
# Kept from Windows 10, after the upgrade.
$Windows.Registry[$policy] = @{ TargetReleaseVersion = 1; ProductVersion = 'Windows 10'; TargetReleaseVersionInfo = '22H2' }

param($Windows)
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
# Kept from Windows 10, on the first build of Windows 11.
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber = '22000'
$version.DisplayVersion = '21H2'
$Windows.Registry[$policy] = @{ TargetReleaseVersion = 1; ProductVersion = 'Windows 10'; TargetReleaseVersionInfo = '22H2' }
@{
    Reason   = 'pin-behind'
    HResult  = @()
    Evidence = @{
        Installed = '21H2'
        Managers  = '-'
        Pin       = 'Windows 10 22H2'
        Policies  = 'TargetReleaseVersion 22H2'
    }
}

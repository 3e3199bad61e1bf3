param($Windows)
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
# Left over from an older policy: 24H2 is installed.
$version.CurrentBuildNumber = '26100'
$version.DisplayVersion = '24H2'
$version.EditionID = 'Enterprise'
$Windows.Registry[$policy] = @{ TargetReleaseVersion = 1; ProductVersion = 'Windows 11'; TargetReleaseVersionInfo = '23H2' }
@{
    Reason   = 'pin-behind'
    HResult  = @()
    Evidence = @{
        Installed = '24H2'
        Managers  = '-'
        Pin       = 'Windows 11 23H2'
        Policies  = 'TargetReleaseVersion 23H2'
    }
}

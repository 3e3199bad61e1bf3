param($Windows)
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
# Kept from Windows 10, after the upgrade.
$Windows.Registry[$policy] = @{ TargetReleaseVersion = 1; ProductVersion = 'Windows 10'; TargetReleaseVersionInfo = '22H2' }
@{
    Reason   = 'pin-behind'
    HResult  = @()
    Evidence = @{
        Installed = '25H2'
        Managers  = '-'
        Pin       = 'Windows 10 22H2'
        Policies  = 'TargetReleaseVersion 22H2'
    }
}

param($Windows)
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$Windows.Registry[$policy] = @{ TargetReleaseVersion = 1; ProductVersion = 'Windows 11'; TargetReleaseVersionInfo = '25H2' }
@{
    Reason   = 'delayed'
    HResult  = @()
    Evidence = @{
        Installed = '25H2'
        Managers  = '-'
        Pin       = 'Windows 11 25H2'
        Policies  = 'TargetReleaseVersion 25H2'
    }
}

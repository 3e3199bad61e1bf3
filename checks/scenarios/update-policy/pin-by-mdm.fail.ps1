param($Windows)
$mobile = 'HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update'
$Windows.Registry[$mobile] = @{ TargetReleaseVersion = '23H2'; ProductVersion = 'Windows 11' }
@{
    Reason   = 'pin-behind'
    HResult  = @()
    Evidence = @{
        Installed = '25H2'
        Managers  = '-'
        Pin       = 'Windows 11 23H2'
        Policies  = 'TargetReleaseVersion 23H2'
    }
}

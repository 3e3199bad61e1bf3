param($Windows)
$Windows.ClockOffset = [datetime] '2026-11-22' - [datetime]::Now
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber = '22621'
$Windows.Registry['HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'] = @{
    TargetReleaseVersion = 1; ProductVersion = 'Windows 11'; TargetReleaseVersionInfo = '22H2'
}
@{
    Reason   = 'pinned'
    HResult  = @()
    Evidence = @{
        Build     = 22621
        Edition   = 'Professional'
        PinnedTo  = '22H2'
        Revision  = 4652
        StaleDays = 120
    }
}

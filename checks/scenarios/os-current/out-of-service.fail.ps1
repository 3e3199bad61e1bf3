param($Windows)
$Windows.ClockOffset = [datetime] '2026-11-22' - [datetime]::Now
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber = '22631'
@{
    Reason   = 'version-ended'
    HResult  = @()
    Evidence = @{ Build = 22631; Edition = 'Professional'; Revision = 4652; StaleDays = 120 }
}

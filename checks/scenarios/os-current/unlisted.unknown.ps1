param($Windows)
$Windows.ClockOffset = [datetime] '2026-11-22' - [datetime]::Now
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber = '29500'
@{
    Reason   = 'unlisted'
    HResult  = @()
    Evidence = @{ Build = 29500; Edition = 'Professional'; Revision = 4652; StaleDays = 120 }
}

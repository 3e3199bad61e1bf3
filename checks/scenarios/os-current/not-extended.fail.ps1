param($Windows)
$Windows.ClockOffset = [datetime] '2026-11-22' - [datetime]::Now
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber = '19045'
$version.UBR = 6456
@{
    Reason   = 'out-of-service'
    HResult  = @()
    Evidence = @{ Build = 19045; Edition = 'Professional'; Revision = 6456; StaleDays = 120 }
}

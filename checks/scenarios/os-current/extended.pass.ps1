param($Windows)
# Windows 10 with extended updates.
$Windows.ClockOffset = [datetime] '2026-11-22' - [datetime]::Now
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber = '19045'
$version.UBR = 6575
@{
    Reason   = 'extended'
    HResult  = @()
    Evidence = @{ Build = 19045; Edition = 'Professional'; Revision = 6575; StaleDays = 120 }
}

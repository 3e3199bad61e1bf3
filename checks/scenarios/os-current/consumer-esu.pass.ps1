param($Windows)
$Windows.ClockOffset = [datetime] '2026-11-28' - [datetime]::Now
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber = '19045'
$version.UBR = 7100
$version.EditionID = 'Core'
@{
    Reason   = 'extended'
    HResult  = @()
    Evidence = @{ Build = 19045; Edition = 'Core'; Revision = 7100; StaleDays = 120 }
}

param($Windows)
$Windows.ClockOffset = [datetime] '2027-12-01' - [datetime]::Now
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber = '19045'
$version.UBR = 8100
$version.EditionID = 'Enterprise'
@{
    Reason   = 'extended'
    HResult  = @()
    Evidence = @{ Build = 19045; Edition = 'Enterprise'; Revision = 8100; StaleDays = 120 }
}

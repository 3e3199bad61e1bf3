param($Windows)
# A PC at home, after its extended updates have ended; those of organisations go on.
$Windows.ClockOffset = [datetime] '2027-12-01' - [datetime]::Now
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber = '19045'
$version.UBR = 8100
$version.EditionID = 'Professional'
@{
    Reason   = 'out-of-service'
    HResult  = @()
    Evidence = @{ Build = 19045; Edition = 'Professional'; Revision = 8100; StaleDays = 120 }
}

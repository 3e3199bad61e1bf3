param($Windows)
# Enterprise is serviced for a year longer than Pro.
$Windows.ClockOffset = [datetime] '2026-11-22' - [datetime]::Now
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber = '26100'
$version.EditionID = 'Enterprise'
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ Build = 26100; Edition = 'Enterprise'; Revision = 4652; StaleDays = 120 }
}

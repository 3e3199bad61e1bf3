param($Windows)
# The same build as 24H2, which is out of service for Home and Pro.
$Windows.ClockOffset = [datetime] '2026-11-22' - [datetime]::Now
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber = '26100'
$version.EditionID = 'EnterpriseS'
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ Build = 26100; Edition = 'EnterpriseS'; Revision = 4652; StaleDays = 120 }
}

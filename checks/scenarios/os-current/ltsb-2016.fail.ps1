param($Windows)
$Windows.ClockOffset = [datetime] '2026-11-28' - [datetime]::Now
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
# LTSB 2016 ended on 2026-10-13, Server 2016 of the same build ends in 2027.
$version.CurrentBuildNumber = '14393'
$version.EditionID = 'EnterpriseS'
@{
    Reason   = 'version-ended'
    HResult  = @()
    Evidence = @{ Build = 14393; Edition = 'EnterpriseS'; Revision = 4652; StaleDays = 120 }
}

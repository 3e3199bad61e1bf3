param($Windows)
$Windows.ClockOffset = [datetime] '2026-11-28' - [datetime]::Now
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber = '14393'
$version.EditionID = 'ServerStandard'
$version.InstallationType = 'Server'
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ Build = 14393; Edition = 'ServerStandard'; Revision = 4652; StaleDays = 120 }
}

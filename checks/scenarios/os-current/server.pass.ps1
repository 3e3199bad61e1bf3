param($Windows)
# 17763 is also Windows 10 1809, which ended long ago. Servers are often updated once a quarter.
$Windows.ClockOffset = [datetime] '2026-11-22' - [datetime]::Now
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber = '17763'
$version.EditionID = 'ServerStandard'
$version.InstallationType = 'Server Core'
$packages = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
$Windows.Registry["$packages\Package_for_RollupFix~31bf3856ad364e35~amd64~~17763.7919.1.10"] = @{
    CurrentState = 112; InstallTimeHigh = [int] (([datetime] '2026-08-12').ToFileTimeUtc() -shr 32)
}
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ Build = 17763; Edition = 'ServerStandard'; Revision = 4652; StaleDays = 120 }
}

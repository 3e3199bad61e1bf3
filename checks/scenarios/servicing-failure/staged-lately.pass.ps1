param($Windows)
# The newest update is unpacked and waits for its restart.
$store = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
$high = { param($Days) [int] ([datetime]::UtcNow.AddDays(-$Days).ToFileTimeUtc() -shr 32) }
$Windows.Registry["$store\Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.8246.1.23"] = @{ CurrentState = 64; InstallTimeHigh = & $high 5 }
$Windows.Registry["$store\Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.8037.1.19"] = @{ CurrentState = 112; InstallTimeHigh = & $high 35 }
@{ Reason = ''; HResult = @(); Evidence = @{ Failures = 0 } }

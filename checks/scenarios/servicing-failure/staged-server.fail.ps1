param($Windows)
# A server with one update that waits since two months.
$store = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
$high = { param($Days) [int] ([datetime]::UtcNow.AddDays(-$Days).ToFileTimeUtc() -shr 32) }
$Windows.Registry["$store\Package_for_RollupFix~31bf3856ad364e35~amd64~~20348.3000.1.10"] = @{ CurrentState = 64; InstallTimeHigh = & $high 62 }
$Windows.Registry["$store\Package_for_RollupFix~31bf3856ad364e35~amd64~~20348.2900.1.8"] = @{ CurrentState = 112; InstallTimeHigh = & $high 95 }
@{ Reason = 'staged'; HResult = @(); Evidence = @{ Failures = 0; Staged = '20348.3000.1.10' } }

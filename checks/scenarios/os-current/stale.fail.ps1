param($Windows)
$Windows.ClockOffset = [datetime] '2026-11-22' - [datetime]::Now
$packages = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
$Windows.Registry["$packages\Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.4652.1.10"] = @{
    CurrentState = 112; InstallTimeHigh = [int] (([datetime] '2026-05-14').ToFileTimeUtc() -shr 32)
}
@{
    Reason   = 'stale'
    HResult  = @()
    Evidence = @{ Build = 26200; Edition = 'Professional'; Revision = 4652; StaleDays = 120 }
}

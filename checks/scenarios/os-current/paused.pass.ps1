param($Windows)
$Windows.ClockOffset = [datetime] '2026-11-22' - [datetime]::Now
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings'] = @{
    PauseUpdatesExpiryTime = '2026-12-20T08:00:00Z'
}
@{
    Reason   = 'paused'
    HResult  = @()
    Evidence = @{ Build = 26200; Edition = 'Professional'; Revision = 4652; StaleDays = 120 }
}

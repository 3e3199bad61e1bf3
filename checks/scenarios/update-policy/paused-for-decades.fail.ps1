param($Windows)
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings'] = @{
    PauseUpdatesExpiryTime = '2099-12-31T00:00:00Z'; PauseUpdatesStartTime = '2026-01-01T00:00:00Z'; FlightSettingsMaxPauseDays = 26000
}
@{ Reason = 'paused-long'; HResult = @(); Evidence = @{ Installed = '25H2'; Managers = '-' } }

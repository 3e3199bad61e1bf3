param($Windows)
# A pause is for update-policy to judge, and no repair ends it.
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings'] = @{ PauseUpdatesExpiryTime = '2099-01-01T00:00:00Z' }
@{ Reason = ''; HResult = @() }

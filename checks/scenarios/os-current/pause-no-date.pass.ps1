param($Windows)
# Some tool wrote a word where Windows keeps a time.
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings'] = @{ PauseUpdatesExpiryTime = 'unbekannt' }
@{ Status = 'Ok'; Reason = '' }

param($Windows)
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings'] = @{
    PauseUpdatesExpiryTime = [datetime]::UtcNow.AddDays(7).ToString('s') + 'Z'
}
@{ Reason = ''; HResult = @(); Evidence = @{ Installed = '25H2'; Managers = '-' } }

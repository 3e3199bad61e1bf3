param($Windows)
$Windows.Network.Online = $false
@{ Reason = 'no-answer'; HResult = @(); Evidence = @{ Limits = '-' } }

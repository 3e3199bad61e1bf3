param($Windows)
$Windows.Network.Closed = @('sls.update.microsoft.com:443')
@{ Reason = 'unseen'; HResult = @() }

param($Windows)
$Windows.Network.Closed = @(
    'sls.update.microsoft.com:443', 'fe2.update.microsoft.com:443', 'fe3cr.delivery.mp.microsoft.com:443'
    'download.windowsupdate.com:80', 'dl.delivery.mp.microsoft.com:80'
)
$mobile = 'HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update'
$Windows.Registry[$mobile] = @{ UpdateServiceUrl = 'http://wsus.example:8530' }
@{ Reason = 'own-server'; HResult = @(); Evidence = @{ HttpAnswers = $true } }

param($Windows)
# What Microsoft gives for PCs with restricted traffic: the server of an MDM, and no other way.
$mobile = 'HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update'
$Windows.Registry[$mobile] = @{ UpdateServiceUrl = 'http://wsus.example:8530'; AllowUpdateService = 0 }
@{ Reason = ''; HResult = @(); Evidence = @{ Policies = @(); Server = 'http://wsus.example:8530' } }

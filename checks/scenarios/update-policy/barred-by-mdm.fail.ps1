param($Windows)
$mobile = 'HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update'
$Windows.Registry[$mobile] = @{ AllowUpdateService = 0 }
@{ Reason = 'service-forbidden'; HResult = @(); Evidence = @{ Installed = '25H2'; Managers = '-' } }

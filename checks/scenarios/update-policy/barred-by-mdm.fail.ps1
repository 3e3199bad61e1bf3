param($Windows)
$mobile = 'HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update'
$Windows.Registry[$mobile] = @{ AllowUpdateService = 0 }
@{ Reason = 'source-barred'; HResult = @(); Evidence = @{ Policies = 'AllowUpdateService 0'; Installed = '25H2'; Managers = '-' } }

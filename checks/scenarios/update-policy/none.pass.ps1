param($Windows)
$null = $Windows
@{ Reason = ''; HResult = @(); Evidence = @{ Installed = '25H2'; Managers = '-' } }

param($Windows)
# Windows lists the update, but no package has its number.
$Windows.Given = @{ 'uninstall-update' = 'KB5062553' }
$Windows.Cim.Win32_QuickFixEngineering = @([pscustomobject]@{ HotFixID = 'KB5062553' })
@{ Reason = 'no-package'; HResult = @(); Evidence = @{ Packages = @(); Update = 'KB5062553' } }

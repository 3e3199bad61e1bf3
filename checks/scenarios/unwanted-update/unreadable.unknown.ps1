param($Windows)
$Windows.Given = @{ 'uninstall-update' = 'KB5062553' }
foreach ($key in @($Windows.Registry.Keys -like '*\Component Based Servicing\Packages*')) { $Windows.Registry.Remove($key) }
@{ Reason = 'unreadable'; HResult = @() }

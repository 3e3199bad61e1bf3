param($Windows)
foreach ($path in @($Windows.Registry.Keys)) {
    if ($path -like '*\Control\Print\Monitors*') { $Windows.Registry.Remove($path) }
}
@{ Reason = 'unreadable'; HResult = @() }

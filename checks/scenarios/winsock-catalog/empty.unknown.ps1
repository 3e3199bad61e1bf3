param($Windows)
$Windows.Registry.Keys -like '*\WinSock2\*' | ForEach-Object { $Windows.Registry.Remove($_) }
@{ Reason = 'unreadable'; HResult = @(); Evidence = @{ Entries = 0 } }

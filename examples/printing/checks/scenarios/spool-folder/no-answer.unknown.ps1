param($Windows)
$Windows.Cim['Win32_LogicalDisk'] = @()
@{ Reason = 'unreadable'; HResult = @() }

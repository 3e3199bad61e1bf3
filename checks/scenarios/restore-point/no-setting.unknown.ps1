param($Windows)
# Without the setting and without a point, nothing tells whether it is on.
$Windows.Cim.SystemRestore = @()
$Windows.Registry.Remove('HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\SystemRestore')
@{ Reason = 'unreadable'; HResult = @() }

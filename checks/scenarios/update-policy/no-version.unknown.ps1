param($Windows)
$Windows.Registry.Remove('HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion')
@{ Reason = 'unreadable'; HResult = @() }

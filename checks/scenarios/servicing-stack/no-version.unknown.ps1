param($Windows)
$Windows.Registry.Remove('HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Version')
@{ Reason = 'version-unreadable'; HResult = @() }

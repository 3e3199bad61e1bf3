param($Windows)
$Windows.Registry.Remove('HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages')
@{ Reason = 'unreadable'; HResult = @() }

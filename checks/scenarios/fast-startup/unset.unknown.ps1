param($Windows)
$Windows.Registry.Remove('HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager\Power')
@{ Reason = 'unreadable'; HResult = @() }

param($Windows)
$Windows.Registry.Remove('HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList\S-1-5-18')
@{ Reason = 'unreadable'; HResult = @() }

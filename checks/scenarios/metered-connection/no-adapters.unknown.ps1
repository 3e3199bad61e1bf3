param($Windows)
$Windows.Commands['Get-NetAdapter'] = { return }
@{ Reason = 'unreadable'; HResult = @() }

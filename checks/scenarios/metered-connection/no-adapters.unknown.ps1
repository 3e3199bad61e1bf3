param($Windows)
$Windows.Commands['Get-NetAdapter'] = {}
@{ Reason = 'unreadable'; HResult = @() }

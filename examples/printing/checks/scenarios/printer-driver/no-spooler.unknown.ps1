param($Windows)
$Windows.Commands['Get-PrinterDriver'] = { throw 'The spooler service is not reachable.' }
@{ Reason = 'unreadable'; HResult = @() }

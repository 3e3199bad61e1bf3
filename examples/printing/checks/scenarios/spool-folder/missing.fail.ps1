param($Windows)
Remove-Item -LiteralPath 'C:\Windows\System32\spool\PRINTERS' -Recurse
@{ Reason = 'missing'; HResult = @() }

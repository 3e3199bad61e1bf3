param($Windows)
Set-Content -LiteralPath 'C:\Windows\System32\spool\PRINTERS\00013.SPL' -Value 'x'
@{ Reason = ''; HResult = @() }

param($Windows)
# What was loaded is no longer what the server offers: also of an update without a number.
Add-SimulatedHistory -Windows $Windows -Entry @(1, 3 | ForEach-Object { @{ Title = 'Windows 11, version 26H1'; Code = 0x80246013; Days = $_ } })
@{ Reason = 'stale'; HResult = '0x80246013'; Evidence = @{ Updates = 'Windows 11, version 26H1 (0x80246013)'; Times = 2 } }

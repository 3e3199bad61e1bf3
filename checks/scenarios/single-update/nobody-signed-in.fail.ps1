param($Windows)
# An update that asks for somebody who is signed in.
Add-SimulatedHistory -Windows $Windows -Entry @(1, 3 | ForEach-Object { @{ Title = 'Canon - Printer - 2.80.0.0'; Code = 0x80240020; Days = $_ } })
@{ Reason = 'unnumbered'; HResult = '0x80240020'; Evidence = @{ Updates = 'Canon - Printer - 2.80.0.0 (0x80240020)'; Times = 2 } }

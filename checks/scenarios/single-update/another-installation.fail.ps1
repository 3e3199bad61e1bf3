param($Windows)
# No fault of servicing: something else was being installed, and the code says it elsewhere.
Add-SimulatedHistory -Windows $Windows -Entry @(1, 3 | ForEach-Object { @{ Title = '2026-11 Cumulative Update for Windows 11, version 25H2 for x64-based Systems (KB5098765)'; Code = 0x80240016; Days = $_ } })
@{ Reason = 'unnumbered'; HResult = '0x80240016'; Evidence = @{ Updates = 'KB5098765 (0x80240016)'; Times = 2 } }

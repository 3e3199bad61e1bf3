param($Windows)
# ERROR_CANTFETCHBACKWARDS, which users met with files that differ from the component store.
Add-SimulatedHistory -Windows $Windows -Entry @(1, 3 | ForEach-Object { @{ Title = '2026-11 Cumulative Update for Windows 11, version 25H2 for x64-based Systems (KB5098765)'; Code = 0x80070302; Days = $_ } })
@{ Reason = 'suspect'; HResult = '0x80070302'; Evidence = @{ Updates = 'KB5098765 (0x80070302)'; Times = 2 } }

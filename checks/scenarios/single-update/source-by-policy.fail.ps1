param($Windows)
# A feature whose source a policy names is in no Catalog.
Add-SimulatedHistory -Windows $Windows -Entry @(1, 3 | ForEach-Object { @{ Title = '2026-11 Update for Windows 11 (KB5098766)'; Code = 0x800F0954; Days = $_ } })
@{ Reason = 'unnumbered'; HResult = '0x800F0954'; Evidence = @{ Updates = 'KB5098766 (0x800F0954)'; Times = 2 } }

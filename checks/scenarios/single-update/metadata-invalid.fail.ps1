param($Windows)
# Microsoft's page of common errors has SoftwareDistribution and catroot2 set aside, not the Catalog.
Add-SimulatedHistory -Windows $Windows -Entry @(1, 3 | ForEach-Object { @{ Title = '2026-11 Cumulative Update for Windows 11, version 25H2 for x64-based Systems (KB5098765)'; Code = 0x80242006; Days = $_ } })
@{ Reason = 'stale'; HResult = '0x80242006'; Evidence = @{ Updates = 'KB5098765 (0x80242006)'; Times = 2 } }

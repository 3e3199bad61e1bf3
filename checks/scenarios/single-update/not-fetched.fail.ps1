param($Windows)
Add-SimulatedHistory -Windows $Windows -Entry @(1..3 | ForEach-Object { @{ Title = '2026-11 Update (KB5099999)'; Code = 0x80072ee2; Days = $_ } })

param($Windows)
# A change that waits for a restart: the file of the Catalog would meet it too.
Add-SimulatedHistory -Windows $Windows -Entry @(1, 2 | ForEach-Object { @{ Title = '2026-11 Update (KB5099999)'; Code = 0x80070bc9; Days = $_ } })
@{ Reason = 'rolled-back'; HResult = '0x80070BC9'; Evidence = @{ Updates = 'KB5099999 (0x80070BC9)' } }

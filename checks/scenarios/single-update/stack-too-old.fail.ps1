param($Windows)
# The servicing stack comes first: no servicing failed, and media of the same version would be too much.
Add-SimulatedHistory -Windows $Windows -Entry @(1, 3 | ForEach-Object { @{ Title = '2026-11 Update (KB5098765)'; Code = 0x800F0823; Days = $_ } })
@{ Reason = 'unnumbered'; HResult = '0x800F0823'; Evidence = @{ Updates = 'KB5098765 (0x800F0823)' } }

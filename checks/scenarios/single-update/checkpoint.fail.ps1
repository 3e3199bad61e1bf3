param($Windows)
# What must come before it is missing, and lies beside it in the Catalog.
Add-SimulatedHistory -Windows $Windows -Entry @(2, 4, 6 | ForEach-Object {
        @{ Title = '2026-11 Preview Update (KB5124010) (26200.9550)'; Code = 0x800f0838; Days = $_ }
    })
@{ Reason = 'failing'; HResult = '0x800F0838'; Evidence = @{ Addresses = '*?q=KB5124010' } }

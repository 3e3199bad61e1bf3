param($Windows)
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = '2026-11 Cumulative Update (KB5099999)'; Code = 0x80070070; Days = 1 }
    @{ Title = '2026-11 Cumulative Update (KB5099999)'; Code = 0x80070070; Days = 2 }
)

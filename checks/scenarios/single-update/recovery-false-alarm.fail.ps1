param($Windows)
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = '2025-04 Windows Recovery Environment Update (KB5057589)'; Code = 0x80070643; Days = 1 }
    @{ Title = '2025-04 Windows Recovery Environment Update (KB5057589)'; Code = 0x80070643; Days = 2 }
)

param($Windows)
# Its partition is too small; other updates do not need it.
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = '2024-12 Windows Recovery Environment Update (KB5048239)'; Code = 0x80070643; Days = 1 }
    @{ Title = '2024-12 Windows Recovery Environment Update (KB5048239)'; Code = 0x80070643; Days = 2 }
    @{ Title = '2024-12 Windows Recovery Environment Update (KB5048239)'; Code = 0x80070643; Days = 3 }
)

param($Windows)
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = '2025-04 Windows Recovery Environment Update for Server (KB5057588)'; Code = 0x80070643; Days = 1 }
    @{ Title = '2025-04 Windows Recovery Environment Update for Server (KB5057588)'; Code = 0x80070643; Days = 2 }
    @{ Title = 'Intel - Extension - 2130.1.16.1'; Code = 0x80070103; Days = 1 }
    @{ Title = 'Intel - Extension - 2130.1.16.1'; Code = 0x80070103; Days = 3 }
)

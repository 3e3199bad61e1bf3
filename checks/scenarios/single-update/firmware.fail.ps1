param($Windows)
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = 'LENOVO - Firmware - 1.42'; Code = 0x800F0922; Days = 1 }
    @{ Title = 'LENOVO - Firmware - 1.42'; Code = 0x800F0922; Days = 2 }
)

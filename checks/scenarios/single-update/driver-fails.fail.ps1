param($Windows)
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = 'Realtek - Net - 10.68.815.2023'; Code = 0x800F020B; Days = 1 }
    @{ Title = 'Realtek - Net - 10.68.815.2023'; Code = 0x800F020B; Days = 2 }
)

param($Windows)
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = 'Realtek - Net - 10.68.815.2023'; Code = 0x800F020B; Days = 1 }
    @{ Title = 'Realtek - Net - 10.68.815.2023'; Code = 0x800F020B; Days = 2 }
)
@{
    Reason   = 'driver'
    HResult  = '0x800F020B'
    Evidence = @{
        Addresses = 'https://www.catalog.update.microsoft.com/Search.aspx?q='
        Entries   = 2
        Updates   = 'Realtek - Net - 10.68.815.2023 (0x800F020B)'
    }
}

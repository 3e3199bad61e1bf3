param($Windows)
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = 'Maker Suite 4'; Code = 0x80070643; Days = 1 }
    @{ Title = 'Maker Suite 4'; Code = 0x80070643; Days = 2 }
)
@{
    Reason   = 'unnumbered'
    HResult  = '0x80070643'
    Evidence = @{
        Addresses = 'https://www.catalog.update.microsoft.com/Search.aspx?q='
        Entries   = 2
        Updates   = 'Maker Suite 4 (0x80070643)'
    }
}

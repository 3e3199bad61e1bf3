param($Windows)
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = 'LENOVO - Firmware - 1.42'; Code = 0x800F0922; Days = 1 }
    @{ Title = 'LENOVO - Firmware - 1.42'; Code = 0x800F0922; Days = 2 }
)
@{
    Reason   = 'firmware'
    HResult  = '0x800F0922'
    Evidence = @{
        Addresses = 'https://www.catalog.update.microsoft.com/Search.aspx?q='
        Entries   = 2
        Updates   = 'LENOVO - Firmware - 1.42 (0x800F0922)'
    }
}

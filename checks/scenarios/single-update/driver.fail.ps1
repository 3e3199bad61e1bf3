param($Windows)
# A driver has no number, but fails no less.
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = 'Maker - Net - 1.2.3.4'; Code = 0x80070103; Days = 1 }
    @{ Title = 'Maker - Net - 1.2.3.4'; Code = 0x80070103; Days = 2 }
)
@{
    Reason   = 'driver-not-better'
    HResult  = '0x80070103'
    Evidence = @{
        Addresses = 'https://www.catalog.update.microsoft.com/Search.aspx?q='
        Entries   = 2
        Updates   = 'Maker - Net - 1.2.3.4 (0x80070103)'
    }
}

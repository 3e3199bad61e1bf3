param($Windows)
# Windows keeps the driver that it has.
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = 'Intel - Extension - 2130.1.16.1'; Code = 0x80070103; Days = 1 }
    @{ Title = 'Intel - Extension - 2130.1.16.1'; Code = 0x80070103; Days = 2 }
    @{ Title = 'Intel - Extension - 2130.1.16.1'; Code = 0x80070103; Days = 3 }
    @{ Title = 'Intel - Extension - 2130.1.16.1'; Code = 0x80070103; Days = 4 }
)
@{
    Reason   = 'driver-not-better'
    HResult  = '0x80070103'
    Evidence = @{
        Addresses = 'https://www.catalog.update.microsoft.com/Search.aspx?q='
        Entries   = 4
        Updates   = 'Intel - Extension - 2130.1.16.1 (0x80070103)'
    }
}

param($Windows)
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = '2025-04 Windows Recovery Environment Update for Server (KB5057588)'; Code = 0x80070643; Days = 1 }
    @{ Title = '2025-04 Windows Recovery Environment Update for Server (KB5057588)'; Code = 0x80070643; Days = 2 }
    @{ Title = 'Intel - Extension - 2130.1.16.1'; Code = 0x80070103; Days = 1 }
    @{ Title = 'Intel - Extension - 2130.1.16.1'; Code = 0x80070103; Days = 3 }
)
@{
    Reason   = 'driver-not-better'
    HResult  = '0x80070103', '0x80070643'
    Evidence = @{
        Addresses = 'https://www.catalog.update.microsoft.com/Search.aspx?q='
        Entries   = 4
        Others    = 'KB5057588 (0x80070643)'
        Updates   = 'Intel - Extension - 2130.1.16.1 (0x80070103)'
    }
}

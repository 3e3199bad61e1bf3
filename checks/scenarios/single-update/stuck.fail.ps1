param($Windows)
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = '2026-11 Cumulative Update (KB5099999)'; Code = 0x800F0922; Days = 1 }
    @{ Title = '2026-11 Cumulative Update (KB5099999)'; Code = 0x80070643; Days = 4 }
)
@{
    Reason   = 'rolled-back'
    HResult  = '0x800F0922'
    Evidence = @{
        Addresses = 'https://www.catalog.update.microsoft.com/Search.aspx?q=KB5099999'
        Entries   = 2
        Times     = 2
        Updates   = 'KB5099999 (0x800F0922)'
    }
}

param($Windows)
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = '2026-11 Cumulative Update (KB5099999)'; Code = 0x80070070; Days = 1 }
    @{ Title = '2026-11 Cumulative Update (KB5099999)'; Code = 0x80070070; Days = 2 }
)
@{
    Reason   = 'no-space'
    HResult  = '0x80070070'
    Evidence = @{
        Addresses = 'https://www.catalog.update.microsoft.com/Search.aspx?q=KB5099999'
        Entries   = 2
        Updates   = 'KB5099999 (0x80070070)'
    }
}

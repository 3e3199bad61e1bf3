param($Windows)
# No longer tried: another update has taken its place.
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = '2026-11 Cumulative Update (KB5099999)'; Code = 0; Days = 5 }
    @{ Title = '2026-10 Cumulative Update (KB5088888)'; Code = 0x800F0922; Days = 30 }
    @{ Title = '2026-10 Cumulative Update (KB5088888)'; Code = 0x800F0922; Days = 32 }
)
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ Addresses = 'https://www.catalog.update.microsoft.com/Search.aspx?q='; Entries = 3 }
}

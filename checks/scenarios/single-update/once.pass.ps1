param($Windows)
# One failure: Windows tries again by itself.
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = '2026-11 Cumulative Update (KB5099999)'; Code = 0x80070643; Days = 1 }
)
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ Addresses = 'https://www.catalog.update.microsoft.com/Search.aspx?q='; Entries = 1 }
}

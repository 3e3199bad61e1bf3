param($Windows)
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = '2026-11 Cumulative Update (KB5099999)'; Code = 0; Days = 3 }
    @{ Title = 'Malicious Software Removal Tool (KB890830)'; Code = 0; Days = 3 }
)
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ Addresses = 'https://www.catalog.update.microsoft.com/Search.aspx?q='; Entries = 2 }
}

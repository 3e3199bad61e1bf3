param($Windows)
Add-SimulatedHistory -Windows $Windows -Entry @(1..3 | ForEach-Object { @{ Title = '2026-11 Update (KB5099999)'; Code = 0x80072ee2; Days = $_ } })
@{
    Reason   = 'not-fetched'
    HResult  = '0x80072EE2'
    Evidence = @{
        Addresses = 'https://www.catalog.update.microsoft.com/Search.aspx?q=KB5099999'
        Entries   = 3
        Updates   = 'KB5099999 (0x80072EE2)'
    }
}

param($Windows)
Add-SimulatedHistory -Windows $Windows -Entry @(1..3 | ForEach-Object { @{ Title = '2026-11 Update (KB5099999)'; Code = 0x800f0922; Days = $_ } })
@{
    Reason   = 'rolled-back'
    HResult  = '0x800F0922'
    Evidence = @{
        Addresses = 'https://www.catalog.update.microsoft.com/Search.aspx?q=KB5099999'
        Entries   = 3
        Updates   = 'KB5099999 (0x800F0922)'
    }
}

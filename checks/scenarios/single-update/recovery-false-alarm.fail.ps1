param($Windows)
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = '2025-04 Windows Recovery Environment Update (KB5057589)'; Code = 0x80070643; Days = 1 }
    @{ Title = '2025-04 Windows Recovery Environment Update (KB5057589)'; Code = 0x80070643; Days = 2 }
)
@{
    Reason   = 'false-alarm'
    HResult  = '0x80070643'
    Evidence = @{
        Addresses = 'https://www.catalog.update.microsoft.com/Search.aspx?q=KB5057589'
        Entries   = 2
        Updates   = 'KB5057589 (0x80070643)'
    }
}

param($Windows)
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = '2026-11 Cumulative Update for .NET Framework 3.5 and 4.8.1 (KB5099888)'; Code = 0x80070643; Days = 1 }
    @{ Title = '2026-11 Cumulative Update for .NET Framework 3.5 and 4.8.1 (KB5099888)'; Code = 0x80070643; Days = 2 }
)
@{
    Reason   = 'failing'
    HResult  = '0x80070643'
    Evidence = @{
        Addresses = 'https://www.catalog.update.microsoft.com/Search.aspx?q=KB5099888'
        Entries   = 2
        Updates   = 'KB5099888 (0x80070643)'
    }
}

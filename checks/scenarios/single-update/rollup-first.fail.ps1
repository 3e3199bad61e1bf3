param($Windows)
# The cumulative update matters more than the one of the recovery environment, which is told beside it.
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = '2026-11 Cumulative Update (KB5099999)'; Code = 0x80070643; Days = 1 }
    @{ Title = '2026-11 Cumulative Update (KB5099999)'; Code = 0x80070643; Days = 2 }
    @{ Title = '2024-12 Windows Recovery Environment Update (KB5048239)'; Code = 0x80070643; Days = 1 }
    @{ Title = '2024-12 Windows Recovery Environment Update (KB5048239)'; Code = 0x80070643; Days = 2 }
)
@{
    Reason   = 'failing'
    HResult  = '0x80070643'
    Evidence = @{
        Addresses = 'https://www.catalog.update.microsoft.com/Search.aspx?q=KB5099999'
        Entries   = 4
        Others    = 'KB5048239 (0x80070643)'
        Updates   = 'KB5099999 (0x80070643)'
    }
}

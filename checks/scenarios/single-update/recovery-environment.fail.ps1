param($Windows)
# Its partition is too small; other updates do not need it.
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = '2024-12 Windows Recovery Environment Update (KB5048239)'; Code = 0x80070643; Days = 1 }
    @{ Title = '2024-12 Windows Recovery Environment Update (KB5048239)'; Code = 0x80070643; Days = 2 }
    @{ Title = '2024-12 Windows Recovery Environment Update (KB5048239)'; Code = 0x80070643; Days = 3 }
)
@{
    Reason   = 'recovery-environment'
    HResult  = '0x80070643'
    Evidence = @{
        Addresses = 'https://www.catalog.update.microsoft.com/Search.aspx?q=KB5048239'
        Entries   = 3
        Updates   = 'KB5048239 (0x80070643)'
    }
}

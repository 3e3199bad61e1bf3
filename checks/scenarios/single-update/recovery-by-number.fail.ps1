param($Windows)
# A title in another language: the number tells.
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = 'Update (KB5034441)'; Code = 0x80070643; Days = 1 }
    @{ Title = 'Update (KB5034441)'; Code = 0x80070643; Days = 2 }
)
@{
    Reason   = 'recovery-environment'
    HResult  = '0x80070643'
    Evidence = @{
        Addresses = 'https://www.catalog.update.microsoft.com/Search.aspx?q=KB5034441'
        Entries   = 2
        Updates   = 'KB5034441 (0x80070643)'
    }
}

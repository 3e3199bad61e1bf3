param($Windows)
# The name of a version in a title makes no upgrade of it.
Add-SimulatedHistory -Windows $Windows -Entry @(1..3 | ForEach-Object {
        @{ Title = '2026-11 Cumulative Update for Windows 11, version 25H2 for ARM64-based Systems (KB5099999) (26200.9000)'; Code = 0x800705b9; Days = $_ }
    })
@{
    Reason   = 'failing'
    HResult  = '0x800705B9'
    Evidence = @{
        Addresses = 'https://www.catalog.update.microsoft.com/Search.aspx?q=KB5099999'
        Entries   = 3
        Updates   = 'KB5099999 (0x800705B9)'
    }
}

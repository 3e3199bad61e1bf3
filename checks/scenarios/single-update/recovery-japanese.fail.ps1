param($Windows)
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = '2026-01 Windows 回復環境の更新プログラム (KB5099001)'; Code = 0x80070643; Days = 1 }
    @{ Title = '2026-01 Windows 回復環境の更新プログラム (KB5099001)'; Code = 0x80070643; Days = 2 }
)
@{
    Reason   = 'recovery-environment'
    HResult  = '0x80070643'
    Evidence = @{
        Addresses = 'https://www.catalog.update.microsoft.com/Search.aspx?q=KB5099001'
        Entries   = 2
        Updates   = 'KB5099001 (0x80070643)'
    }
}

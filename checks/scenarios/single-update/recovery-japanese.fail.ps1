param($Windows)
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = '2026-01 Windows 回復環境の更新プログラム (KB5099001)'; Code = 0x80070643; Days = 1 }
    @{ Title = '2026-01 Windows 回復環境の更新プログラム (KB5099001)'; Code = 0x80070643; Days = 2 }
)

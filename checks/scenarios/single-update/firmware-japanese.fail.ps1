param($Windows)
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = 'ファームウェア - 3.1.0.0'; Code = 0x80070002; Days = 1 }
    @{ Title = 'ファームウェア - 3.1.0.0'; Code = 0x80070002; Days = 2 }
)

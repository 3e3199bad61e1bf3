param($Windows)
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = 'Windows 11, version 25H2'; Code = 0xC1900101; Days = 1 }
    @{ Title = 'Windows 11, version 25H2'; Code = 0xC1900101; Days = 2 }
)

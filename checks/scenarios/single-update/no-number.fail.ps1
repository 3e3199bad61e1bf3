param($Windows)
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = 'Maker Suite 4'; Code = 0x80240017; Days = 1 }
    @{ Title = 'Maker Suite 4'; Code = 0x80240017; Days = 2 }
)

param($Windows)
# A driver has no number, but fails no less.
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = 'Maker - Net - 1.2.3.4'; Code = 0x80070103; Days = 1 }
    @{ Title = 'Maker - Net - 1.2.3.4'; Code = 0x80070103; Days = 2 }
)

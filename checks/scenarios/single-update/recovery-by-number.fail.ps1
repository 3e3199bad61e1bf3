param($Windows)
# A title in another language: the number tells.
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = 'Update (KB5034441)'; Code = 0x80070643; Days = 1 }
    @{ Title = 'Update (KB5034441)'; Code = 0x80070643; Days = 2 }
)

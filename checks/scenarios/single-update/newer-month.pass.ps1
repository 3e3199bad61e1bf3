param($Windows)
# The update of the month before failed twice, and the next one worked.
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = '2026-10 Cumulative Update for Windows 11, version 25H2 for x64-based Systems (KB5090001)'; Code = 0x80073712; Days = 11 }
    @{ Title = '2026-10 Cumulative Update for Windows 11, version 25H2 for x64-based Systems (KB5090001)'; Code = 0x80073712; Days = 10 }
    @{ Title = '2026-11 Cumulative Update for Windows 11, version 25H2 for x64-based Systems (KB5099999) (26200.4652)'; Code = 0; Days = 1 }
)
@{ Status = 'Ok'; Reason = ''; HResult = @() }

param($Windows)
# The name of a version in a title makes no upgrade of it.
Add-SimulatedHistory -Windows $Windows -Entry @(1..3 | ForEach-Object {
        @{ Title = '2026-11 Cumulative Update for Windows 11, version 25H2 for ARM64-based Systems (KB5099999) (26200.9000)'; Code = 0x800705b9; Days = $_ }
    })

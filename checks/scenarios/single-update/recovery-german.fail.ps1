param($Windows)
# A number that no table has yet.
Add-SimulatedHistory -Windows $Windows -Entry @(2, 4, 6 | ForEach-Object {
        @{ Title = "2026-11 Update f$([char] 0xFC)r die Windows-Wiederherstellungsumgebung (KB5099777)"; Code = 0x80070643; Days = $_ }
    })
@{ Reason = 'recovery-environment'; HResult = '0x80070643' }

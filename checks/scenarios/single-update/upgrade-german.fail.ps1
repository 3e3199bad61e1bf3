param($Windows)
Add-SimulatedHistory -Windows $Windows -Entry @(1..3 | ForEach-Object { @{ Title = "Funktionsupdate f$([char] 0xFC)r Windows 11, Version 25H2"; Code = 0x8007042b; Days = $_ } })

param($Windows)
Add-SimulatedHistory -Windows $Windows -Entry @(
    @{ Title = 'Security Intelligence Update for Microsoft Defender Antivirus - KB2267602 (Version 1.1)'; Code = 0x80070643; Days = 1 }
    @{ Title = 'Security Intelligence Update for Microsoft Defender Antivirus - KB2267602 (Version 1.1)'; Code = 0x80070643; Days = 2 }
)

param($Windows, $With)
# Definitions, .NET and a cumulative update that failed, each with a later one that worked.
if ($With.Store) { $null = New-Item -Path "C:\Windows\$($With.Store)" -ItemType File -Force }
$code = if ($With.Codes) { $With.Codes[0] } else { '0x80070643' }
function Add-Event { param($Id, $Minutes, $Title, $Guid) $data = @{ updateTitle = $Title; updateGuid = "{0A1B2C3D-0000-4000-8000-00000000000$Guid}" }; if ($Id -eq 20) { $data['errorCode'] = $code }; $Windows.Events.Add(@{ Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = $Id; Time = [datetime]::UtcNow.AddMinutes($Minutes); Data = $data }) }
Add-Event 20 1 'Security Intelligence Update for Microsoft Defender Antivirus - KB2267602 (Version 1.441.100.0) - Current Channel (Broad)' 1
Add-Event 19 2 'Security Intelligence Update for Microsoft Defender Antivirus - KB2267602 (Version 1.441.101.0) - Current Channel (Broad)' 2
Add-Event 20 3 '2026-10 Cumulative Update for .NET Framework 3.5 and 4.8.1 for Windows 11, version 25H2 for x64 (KB5090111)' 3
Add-Event 19 4 '2026-11 Cumulative Update for .NET Framework 3.5 and 4.8.1 for Windows 11, version 25H2 for x64 (KB5099111)' 4
Add-Event 20 5 '2026-10 Cumulative Update for Windows 11, version 25H2 for x64-based Systems (KB5090001) (26200.4600)' 5
Add-Event 19 6 '2026-11 Cumulative Update for Windows 11, version 25H2 for x64-based Systems (KB5099999) (26200.4652)' 6
@{ Status = 'Ok'; Reason = ''; Evidence = @{ Failures = 0 } }

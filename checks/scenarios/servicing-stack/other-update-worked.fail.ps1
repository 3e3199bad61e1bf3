param($Windows)
# An update of .NET says nothing about one of Windows.
function Add-Event { param($Id, $Days, $Title, $Guid, $Code) $data = @{ updateTitle = $Title; updateGuid = "{0A1B2C3D-0000-4000-8000-00000000000$Guid}" }; if ($Code) { $data['errorCode'] = $Code }; $Windows.Events.Add(@{ Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = $Id; Time = [datetime]::UtcNow.AddDays(-$Days); Data = $data }) }
Add-Event 20 10 '2026-10 Cumulative Update for Windows 11, version 25H2 for x64-based Systems (KB5090001) (26200.9600)' 1 '0x800f0823'
Add-Event 19 1 '2026-11 Cumulative Update for .NET Framework 3.5 and 4.8.1 for Windows 11, version 25H2 for x64 (KB5099111)' 2
@{ Reason = 'too-old'; HResult = '0x800F0823' }

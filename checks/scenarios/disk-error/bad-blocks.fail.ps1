param($Windows)
function Add-Event { param($Provider, $Id, $Hours, $Data = @{}) $Windows.Events.Add(@{ Log = 'System'; Provider = $Provider; Id = $Id; Time = [datetime]::UtcNow.AddHours(-$Hours); Data = $Data }) }
$failure = @{ errorCode = '0x80070570'; updateTitle = '2026-11 Cumulative Update (KB5099999)'; updateGuid = '{0A1B2C3D-0000-4000-8000-000000000001}' }
Add-Event 'Microsoft-Windows-WindowsUpdateClient' 20 5 $failure
foreach ($hours in 4, 6, 7) { Add-Event 'disk' 7 $hours }
@{ Reason = 'bad-blocks'; HResult = @(); Evidence = @{ Events = 3 } }

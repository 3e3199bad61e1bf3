param($Windows)
# Bad blocks that kept an update off for a while: it has been installed since.
$Windows.Events.Add(@{ Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 20; Time = [datetime]::UtcNow.AddHours(-9); Data = @{ updateGuid = '{0A1B2C3D-0000-4000-8000-000000000001}'; updateTitle = '2026-11 Cumulative Update (KB5099999)'; serviceGuid = '{9482F4B4-E343-43B6-B170-9A65BC822C77}'; errorCode = '0x80070570' } })
$Windows.Events.Add(@{ Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 19; Time = [datetime]::UtcNow.AddHours(-5); Data = @{ updateGuid = '{0A1B2C3D-0000-4000-8000-000000000001}'; updateTitle = '2026-11 Cumulative Update (KB5099999)'; serviceGuid = '{9482F4B4-E343-43B6-B170-9A65BC822C77}' } })
foreach ($hours in 8, 9, 10) { $Windows.Events.Add(@{ Log = 'System'; Provider = 'disk'; Id = 7; Time = [datetime]::UtcNow.AddHours(-$hours); Data = @{} }) }
@{ Reason = ''; HResult = @(); Evidence = @{} }

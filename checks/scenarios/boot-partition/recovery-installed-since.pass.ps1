param($Windows)
# The update of the recovery environment came through at last; the agent wrote no event of it.
$Windows.Events.Add(@{ Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 20; Time = [datetime]::UtcNow.AddHours(-30); Data = @{ updateGuid = '{0A1B2C3D-0000-4000-8000-000000000001}'; updateTitle = '2024-12 Windows Recovery Environment Update (KB5048239)'; serviceGuid = '{9482F4B4-E343-43B6-B170-9A65BC822C77}'; errorCode = '0x80070643' } })
$Windows.Events.Add(@{ Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 19; Time = [datetime]::UtcNow.AddHours(-5); Data = @{ updateGuid = '{0A1B2C3D-0000-4000-8000-000000000001}'; updateTitle = '2024-12 Windows Recovery Environment Update (KB5048239)'; serviceGuid = '{9482F4B4-E343-43B6-B170-9A65BC822C77}' } })
$Windows.Events.Add(@{ Provider = 'Microsoft-Windows-WinREAgent'; Id = 4502; Time = [datetime]::UtcNow.AddHours(-30); Data = @{ ErrorPhase = '2'; Errorcode = '-2147024784' } })
@{ Reason = ''; HResult = @(); Evidence = @{ RecoverySize = 750 } }

param($Windows)
# The update has been installed since, with what the log still says of its first attempt.
$Windows.Events.Add(@{ Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 20; Time = [datetime]::UtcNow.AddHours(-30); Data = @{ updateGuid = '{0A1B2C3D-0000-4000-8000-000000000001}'; updateTitle = '2026-11 Cumulative Update (KB5099999)'; serviceGuid = '{9482F4B4-E343-43B6-B170-9A65BC822C77}'; errorCode = '0x800f0922' } })
$Windows.Events.Add(@{ Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 19; Time = [datetime]::UtcNow.AddHours(-5); Data = @{ updateGuid = '{0A1B2C3D-0000-4000-8000-000000000001}'; updateTitle = '2026-11 Cumulative Update (KB5099999)'; serviceGuid = '{9482F4B4-E343-43B6-B170-9A65BC822C77}' } })
$null = New-Item -Path 'C:\Windows\Logs\CBS' -ItemType Directory -Force
$time = [datetime]::UtcNow.AddHours(-30).ToLocalTime().ToString('s').Replace('T', ' ')
Set-Content -LiteralPath 'C:\Windows\Logs\CBS\CBS.log' -Value "$time, Info                  CBS    ServicingBootFiles failed. Error = 0x70"
@{ Reason = ''; HResult = @(); Evidence = @{ BootFree = 160; BootSize = 200 } }

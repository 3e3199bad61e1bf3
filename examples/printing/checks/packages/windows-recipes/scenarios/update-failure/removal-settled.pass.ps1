param($Windows, $With)
# An uninstallation failed (24) and succeeded later (23).
if ($With.Store) { $null = New-Item -Path "C:\Windows\$($With.Store)" -ItemType File -Force }
$code = if ($With.Codes) { $With.Codes[0] } else { '0x80240022' }
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'
        Id       = 24
        Time     = [datetime]::UtcNow.AddMinutes(1)
        Data     = @{ errorCode = $code; updatelist = "`n- 2026-11 Cumulative Update (KB5099999)"; updateGuid = '{0a1b2c3d-0000-4000-8000-000000000001}'; serviceGuid = '{9482f4b4-e343-43b6-b170-9a65bc822c77}' }
    })
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'
        Id       = 23
        Time     = [datetime]::UtcNow.AddMinutes(2)
        Data     = @{ updateTitle = '2026-11 Cumulative Update (KB5099999)'; updateGuid = '{0a1b2c3d-0000-4000-8000-000000000001}'; serviceGuid = '{9482f4b4-e343-43b6-b170-9a65bc822c77}' }
    })
@{ Reason = ''; HResult = @(); Evidence = @{ Failures = 0 } }

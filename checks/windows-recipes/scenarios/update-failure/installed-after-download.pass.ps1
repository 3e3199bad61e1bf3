param($Windows, $With)
# A download failed, and the update was installed all the same: what is installed was downloaded.
if ($With.Store) { $null = New-Item -Path "C:\Windows\$($With.Store)" -ItemType File -Force }
$code = if ($With.Codes) { $With.Codes[0] } else { '0x80240022' }
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'
        Id       = 31
        Time     = [datetime]::UtcNow.AddMinutes(1)
        Data     = @{ errorCode = $code; updateTitle = '2026-11 Cumulative Update (KB5099999)'; updateGuid = '{0a1b2c3d-0000-4000-8000-000000000001}' }
    })
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'
        Id       = 19
        Time     = [datetime]::UtcNow.AddMinutes(2)
        Data     = @{ updateTitle = '2026-11 Cumulative Update (KB5099999)'; updateGuid = '{0a1b2c3d-0000-4000-8000-000000000001}' }
    })
@{ Reason = ''; HResult = @(); Evidence = @{ Failures = 0 } }

param($Windows, $With)
# Downloads name no service (31), and those of version 0 no title: another event of the same app tells. Its id begins with X.
if ($With.Store) { $null = New-Item -Path "C:\Windows\$($With.Store)" -ItemType File -Force }
$code = if ($With.Codes) { $With.Codes[0] } else { '0x80240022' }
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'
        Id       = 31
        Version  = 1
        Time     = [datetime]::UtcNow.AddMinutes(1)
        Data     = @{ errorCode = $code; updateTitle = 'XP8BT8DW290M-Contoso.App'; updateGuid = '{0a1b2c3d-0000-4000-8000-000000000001}' }
    })
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'
        Id       = 31
        Version  = 0
        Time     = [datetime]::UtcNow.AddMinutes(3)
        Data     = @{ errorCode = $code; updateGuid = '{0a1b2c3d-0000-4000-8000-000000000001}' }
    })
@{ Reason = ''; HResult = @(); Evidence = @{ Failures = 0 } }

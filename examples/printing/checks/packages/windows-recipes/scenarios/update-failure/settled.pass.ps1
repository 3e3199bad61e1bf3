param($Windows, $With)
if ($With.Store) { $null = New-Item -Path "C:\Windows\$($With.Store)" -ItemType File -Force }
$code = if ($With.Codes) { $With.Codes[0] } else { '0x80240022' }
# The same update, and the same search, succeeded later.
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'
        Id       = 20
        Time     = [datetime]::UtcNow.AddMinutes(1)
        Data     = @{
            updateGuid  = '{0A1B2C3D-0000-4000-8000-000000000001}'
            updateTitle = '2026-11 Cumulative Update (KB5099999)'
            errorCode   = $code
            serviceGuid = '{9482F4B4-E343-43B6-B170-9A65BC822C77}'
        }
    })
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'
        Id       = 19
        Time     = [datetime]::UtcNow.AddMinutes(3)
        Data     = @{
            updateGuid  = '{0A1B2C3D-0000-4000-8000-000000000001}'
            updateTitle = '2026-11 Cumulative Update (KB5099999)'
            serviceGuid = '{9482F4B4-E343-43B6-B170-9A65BC822C77}'
        }
    })
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'
        Id       = 25
        Time     = [datetime]::UtcNow.AddMinutes(2)
        Data     = @{
            errorCode   = $code
            serviceGuid = '{9482F4B4-E343-43B6-B170-9A65BC822C77}'
        }
    })
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'
        Id       = 26
        Time     = [datetime]::UtcNow.AddMinutes(4)
        Data     = @{
            updateCount = '1'
            serviceGuid = '{9482F4B4-E343-43B6-B170-9A65BC822C77}'
        }
    })
@{ Reason = ''; HResult = @(); Evidence = @{ Failures = 0 } }

param($Windows, $With)
if ($With.Store) { $null = New-Item -Path "C:\Windows\$($With.Store)" -ItemType File -Force }
$code = if ($With.Codes) { $With.Codes[0] } else { '0x80240022' }
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'
        Id       = 25
        Time     = [datetime]::UtcNow.AddMinutes(2)
        Data     = @{
            errorCode   = $code
            serviceGuid = '{9482F4B4-E343-43B6-B170-9A65BC822C77}'
        }
    })
# It succeeded before, not since.
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'
        Id       = 26
        Time     = [datetime]::UtcNow.AddMinutes(1)
        Data     = @{
            updateCount = '0'
            serviceGuid = '{9482F4B4-E343-43B6-B170-9A65BC822C77}'
        }
    })
@{ Reason = 'failed'; HResult = $code; Evidence = @{ Failures = 1 } }

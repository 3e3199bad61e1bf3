param($Windows, $With)
if ($With.Store) { $null = New-Item -Path "C:\Windows\$($With.Store)" -ItemType File -Force }
$code = if ($With.Codes) { $With.Codes[0] } else { '0x80240022' }
# Before the first day that counts, and so before the store was made.
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'
        Id       = 20
        Time     = [datetime]::UtcNow.AddDays(-1 - $With.Days)
        Data     = @{
            updateGuid  = '{0A1B2C3D-0000-4000-8000-000000000001}'
            updateTitle = '2026-11 Cumulative Update (KB5099999)'
            errorCode   = $code
            serviceGuid = '{9482F4B4-E343-43B6-B170-9A65BC822C77}'
        }
    })
@{ Reason = ''; HResult = @(); Evidence = @{ Failures = 0 } }

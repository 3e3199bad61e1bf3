param($Windows, $With)
if ($With.Store) { $null = New-Item -Path "C:\Windows\$($With.Store)" -ItemType File -Force }
$code = if ($With.Codes) { $With.Codes[0] } else { '0x80240022' }
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'
        Id       = 20
        Time     = [datetime]::UtcNow.AddMinutes(1)
        Data     = @{
            updateGuid  = '{0A1B2C3D-0000-4000-8000-000000000001}'
            updateTitle = 'An app'
            errorCode   = $code
            serviceGuid = '{855E8A7C-ECB4-4CA3-B045-1DFA50104289}'
        }
    })
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'
        Id       = 31
        Time     = [datetime]::UtcNow.AddMinutes(2)
        Data     = @{
            updateGuid  = '{0A1B2C3D-0000-4000-8000-000000000003}'
            updateTitle = '9NBLGGH4NNS1-Microsoft.App'
            errorCode   = $code
        }
    })
@{ Reason = ''; HResult = @(); Evidence = @{ Failures = 0 } }

param($Windows, $With)
# Other providers write events with these numbers to the same log.
if ($With.Store) { $null = New-Item -Path "C:\Windows\$($With.Store)" -ItemType File -Force }
$code = if ($With.Codes) { $With.Codes[0] } else { '0x80240022' }
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-Kernel-General'
        Id       = 20
        Time     = [datetime]::UtcNow.AddMinutes(1)
        Data     = @{ EnabledNew = 'true' }
    })
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-Kernel-Boot'
        Id       = 20
        Time     = [datetime]::UtcNow.AddMinutes(2)
        Data     = @{ LastShutdownGood = 'false'; LastBootGood = 'false' }
    })
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-Kernel-Boot'
        Id       = 25
        Time     = [datetime]::UtcNow.AddMinutes(2)
        Data     = @{ BootMenuPolicy = '1' }
    })
$null = $code
@{ Reason = ''; HResult = @(); Evidence = @{ Failures = 0 } }

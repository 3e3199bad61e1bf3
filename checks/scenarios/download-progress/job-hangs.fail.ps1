param($Windows)
# BITS holds the job of an update since three hours, and nothing was written. An older Windows 10 records 44 without a
# title and has no status of Delivery Optimization.
$Windows.Commands.Remove('Get-DeliveryOptimizationStatus')
$Windows.Commands['Get-BitsTransfer'] = { [pscustomobject]@{ DisplayName = 'WU Client Download'; JobState = 'TransientError' } }
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'
        Id       = 44
        Version  = 0
        Time     = [datetime]::UtcNow.AddHours(-3)
        Data     = @{ updateGuid = '{1f1e2d3c-0000-4000-8000-000000000001}' }
    })
# The end of another update settles nothing.
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'
        Id       = 41
        Time     = [datetime]::UtcNow.AddHours(-2)
        Data     = @{ updateTitle = 'Another update'; updateGuid = '{1f1e2d3c-0000-4000-8000-000000000002}' }
    })
Get-ChildItem -LiteralPath 'C:\Windows\SoftwareDistribution\Download' -Recurse | ForEach-Object { $_.LastWriteTimeUtc = [datetime]::UtcNow.AddHours(-3) }
@{ Reason = 'stalled'; HResult = @(); Evidence = @{ Bytes = 48; Minutes = 30 } }

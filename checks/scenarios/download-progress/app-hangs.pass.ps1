param($Windows)
# An app of the Store, whose id begins with another letter than 9.
$Windows.Commands['Get-DeliveryOptimizationStatus'] = { [pscustomobject]@{ Status = 'Downloading' } }
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'
        Id       = 44
        Time     = [datetime]::UtcNow.AddHours(-3)
        Data     = @{ updateTitle = 'XP8BT8DW290M-Contoso.App'; updateGuid = '{1f1e2d3c-0000-4000-8000-000000000001}' }
    })
Get-ChildItem -LiteralPath 'C:\Windows\SoftwareDistribution\Download' -Recurse | ForEach-Object { $_.LastWriteTimeUtc = [datetime]::UtcNow.AddHours(-3) }
@{ Reason = ''; HResult = @() }

param($Windows)
# A download began yesterday and no event ended it, as up to 37 times in a recorded log. Nothing transfers anything.
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'
        Id       = 44
        Time     = [datetime]::UtcNow.AddHours(-20)
        Data     = @{ updateTitle = '2026-11 Cumulative Update (KB5099999)'; updateGuid = '{1f1e2d3c-0000-4000-8000-000000000001}' }
    })
Get-ChildItem -LiteralPath 'C:\Windows\SoftwareDistribution\Download' -Recurse | ForEach-Object { $_.LastWriteTimeUtc = [datetime]::UtcNow.AddHours(-20) }
@{ Reason = 'only-begun'; HResult = @(); Evidence = @{ Bytes = 0; Minutes = 30 } }

param($Windows)
# Only administrators see the jobs of BITS.
$Windows.Account.Elevated = $false
$Windows.Commands['Get-BitsTransfer'] = { throw [UnauthorizedAccessException]::new('Access is denied.') }
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'
        Id       = 44
        Time     = [datetime]::UtcNow.AddHours(-3)
        Data     = @{ updateTitle = '2026-11 Cumulative Update (KB5099999)'; updateGuid = '{1f1e2d3c-0000-4000-8000-000000000001}' }
    })
Get-ChildItem -LiteralPath 'C:\Windows\SoftwareDistribution\Download' -Recurse | ForEach-Object { $_.LastWriteTimeUtc = [datetime]::UtcNow.AddHours(-3) }
@{ Reason = 'transfers-hidden'; HResult = @(); Evidence = @{ Bytes = 48; Minutes = 30 } }

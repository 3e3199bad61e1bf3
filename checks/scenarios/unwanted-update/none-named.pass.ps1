param($Windows)
# Nobody asked for anything: what was installed lately is said, with the number out of a Japanese title.
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'
        Id       = 19
        Time     = [datetime]::UtcNow.AddDays(-2)
        Data     = @{ updateTitle = "2026-11 x64 \u30D9\u30FC\u30B9 \u7D2F\u7A4D\u66F4\u65B0 (KB5062553)"; updateGuid = '{1f1e2d3c-0000-4000-8000-000000000001}' }
    })
@{ Reason = 'recent'; HResult = @(); Evidence = @{ Days = 30; Recent = 'KB5062553' } }

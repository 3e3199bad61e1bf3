param($Windows)
# A failed monthly update names a version too, and is no upgrade.
$Windows.Events.Add(@{
    Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 20; Time = [datetime]::UtcNow.AddDays(-4)
    Data = @{ updateTitle = '2026-11 Cumulative Update for Windows 11, version 25H2 (KB5099999)'; errorCode = '0x800f0922' }
})
@{ Reason = 'no-failure'; HResult = @() }

param($Windows, $With)
# The handler could not use the metadata of an update: Microsoft has the store made anew.
(Get-Item -LiteralPath "C:\Windows\$($With.Store)").CreationTimeUtc = [datetime]::UtcNow.AddDays(-20)
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 20; Time = [datetime]::UtcNow.AddHours(-3)
        Data = @{ updateGuid = '{0A1B2C3D-0000-4000-8000-000000000001}'; updateTitle = '2026-11 Update (KB5098765)'; errorCode = '0x80242006' }
    })
@{ Reason = 'failed'; HResult = '0x80242006'; Evidence = @{ Codes = '0x80242006'; Failures = 1; Updates = '2026-11 Update (KB5098765)' } }

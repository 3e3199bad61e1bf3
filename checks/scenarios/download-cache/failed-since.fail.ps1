param($Windows, $With)
# The store was made four hours ago, and a search failed two hours ago: it counts, also west of Greenwich.
$path = "C:\Windows\$($With.Store)"
(Get-Item -LiteralPath $path).CreationTimeUtc = [datetime]::UtcNow.AddHours(-4)
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'
        Id       = 25
        Time     = [datetime]::UtcNow.AddHours(-2)
        Data     = @{ errorCode = $With.Codes[0]; serviceGuid = '{9482f4b4-e343-43b6-b170-9a65bc822c77}' }
    })
@{ Reason = 'failed'; HResult = '0x80240031'; Evidence = @{ Codes = '0x80240031'; Failures = 1 } }

param($Windows, $With)
# The store was made anew an hour ago. What failed two and ten hours ago says nothing about it, in whatever time zone.
$path = "C:\Windows\$($With.Store)"
(Get-Item -LiteralPath $path).CreationTimeUtc = [datetime]::UtcNow.AddHours(-1)
foreach ($hours in 2, 10) {
    $Windows.Events.Add(@{
            Provider = 'Microsoft-Windows-WindowsUpdateClient'
            Id       = 25
            Time     = [datetime]::UtcNow.AddHours(-$hours)
            Data     = @{ errorCode = $With.Codes[0]; serviceGuid = '{9482f4b4-e343-43b6-b170-9a65bc822c77}' }
        })
}
@{ Reason = ''; HResult = @(); Evidence = @{ Failures = 0 } }

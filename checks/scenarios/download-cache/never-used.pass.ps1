param($Windows, $With)
# Set aside and not made anew yet: earlier failures say nothing about a store that is not there.
Remove-Item -LiteralPath "C:\Windows\$($With.Store)"
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'
        Id       = 20
        Time     = [datetime]::UtcNow.AddMinutes(-1)
        Data     = @{ updateGuid = '{0A1B2C3D-0000-4000-8000-000000000001}'; errorCode = $With.Codes[0] }
    })
@{
    Reason   = 'no-store'
    HResult  = @()
    Evidence = @{ Store = 'C:\Windows\SoftwareDistribution\DataStore\DataStore.edb' }
}

param($Windows)
# Of a cumulative update, the same code is no matter of a policy for features.
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-Servicing'; Id = 3; Time = [datetime]::UtcNow.AddHours(-5)
        UserData = @{ PackageIdentifier = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.8457.1.10'; IntendedPackageState = '5112'; ErrorCode = '0x800f081f' }
    })
@{ Reason = 'failed'; HResult = '0x800F081F' }

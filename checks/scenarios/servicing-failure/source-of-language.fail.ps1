param($Windows)
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-Servicing'; Id = 3; Time = [datetime]::UtcNow.AddHours(-5)
        UserData = @{ PackageIdentifier = 'Microsoft-Windows-LanguageFeatures-Basic-ja-jp-Package~31bf3856ad364e35~amd64~~10.0.26100.1'; IntendedPackageState = '5112'; ErrorCode = '0x800f0950' }
    })
@{ Reason = 'source-missing'; HResult = '0x800F0950'; Says = 'A feature or language did not get its files: Microsoft-Windows-LanguageFeatures-Basic-ja-jp-Package~31bf3856ad364e35~amd64~~10.0.26100.1 (0x800f0950).' }

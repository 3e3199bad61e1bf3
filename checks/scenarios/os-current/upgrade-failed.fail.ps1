param($Windows)
# The way out of an old version is what fails.
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber, $version.EditionID, $version.DisplayVersion = '22621', 'Core', '22H2'
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 20; Time = [datetime]::UtcNow.AddHours(-5)
        Data = @{ updateGuid = '{0A1B2C3D-0000-4000-8000-000000000002}'; errorCode = '0xc1900101'; updateTitle = 'Windows 11, version 25H2' }
    })
@{ Reason = 'upgrade-failed'; Evidence = @{ EndOfService = '2024-10-08' } }

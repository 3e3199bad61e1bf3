param($Windows)
# Only the event log tells of the failed upgrade; its title has no number of an update.
$Windows.Cim['Win32_DiskDrive'] = @()
$Windows.Events.Add(@{
    Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 20; Time = [datetime]::UtcNow.AddDays(-4)
    Data = @{ updateTitle = 'Feature update to Windows 11, version 25H2'; errorCode = '0x80070002' }
})
@{ Reason = 'look'; HResult = @() }

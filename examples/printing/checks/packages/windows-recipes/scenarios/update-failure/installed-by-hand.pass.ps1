param($Windows)
# The update of the last failure is what runs: it was installed through DISM, of which Windows Update records nothing.
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 20; Time = [datetime]::UtcNow.AddHours(-50)
        Data = @{
            updateGuid = '{0A1B2C3D-0000-4000-8000-000000000001}'; errorCode = '0x80073712'; serviceGuid = '{9482F4B4-E343-43B6-B170-9A65BC822C77}'
            updateTitle = '2026-11 Cumulative Update for Windows 11, version 25H2 for x64-based Systems (KB5099999) (26200.4652)'
        }
    })
@{ Reason = ''; HResult = @(); Evidence = @{ Failures = 0 } }

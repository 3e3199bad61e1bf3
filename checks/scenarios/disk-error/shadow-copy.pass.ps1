param($Windows)
# A snapshot that ran full is thrown away, and Windows stays sound.
$Windows.Events.Add(@{
        Log = 'System'; Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 20; Time = [datetime]::UtcNow.AddHours(-5)
        Data = @{ errorCode = '0x80240034'; updateTitle = '2026-11 Cumulative Update (KB5099999)'; updateGuid = '{0A1B2C3D-0000-4000-8000-000000000001}' }
    })
$Windows.Events.Add(@{
        Log = 'System'; Provider = 'Ntfs'; Id = 55; Time = [datetime]::UtcNow.AddHours(-7)
        Data = @{ DriveName = '\\?\GLOBALROOT\Device\HarddiskVolumeShadowCopy12'; DeviceName = '\Device\HarddiskVolumeShadowCopy12' }
    })
@{ Status = 'Ok'; Reason = '' }

param($Windows)
# A worn-out stick; the disk of Windows has the number 0.
$Windows.Events.Add(@{
        Log = 'System'; Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 20; Time = [datetime]::UtcNow.AddHours(-5)
        Data = @{ errorCode = '0x80070103'; updateTitle = 'Realtek - MEDIA - 6.0.9360.1'; updateGuid = '{0A1B2C3D-0000-4000-8000-000000000001}' }
    })
foreach ($hours in 4, 6, 7) {
    $Windows.Events.Add(@{ Log = 'System'; Provider = 'disk'; Id = 7; Time = [datetime]::UtcNow.AddHours(-$hours); Data = @{ '' = '\Device\Harddisk10\DR12' } })
}
$Windows.Events.Add(@{ Log = 'System'; Provider = 'disk'; Id = 51; Time = [datetime]::UtcNow.AddHours(-3); Data = @{ '' = '\Device\Harddisk1\DR1' } })
@{ Status = 'Ok'; Reason = '' }

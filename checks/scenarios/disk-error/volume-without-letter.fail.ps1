param($Windows)
$Windows.Events.Add(@{
        Log = 'System'; Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 20; Time = [datetime]::UtcNow.AddHours(-5)
        Data = @{ errorCode = '0x80070643'; updateTitle = '2026-11 Cumulative Update (KB5099999)'; updateGuid = '{0A1B2C3D-0000-4000-8000-000000000001}' }
    })
foreach ($drive in '\\?\Volume{11111111-2222-3333-4444-555555555555}', 'E:') {
    $Windows.Events.Add(@{ Log = 'System'; Provider = 'Ntfs'; Id = 55; Time = [datetime]::UtcNow.AddHours(-6); Data = @{ DriveName = $drive } })
}
@{ Reason = 'file-system'; Evidence = @{ Drives = '\\?\Volume{11111111-2222-3333-4444-555555555555}'; System = 'C:' } }

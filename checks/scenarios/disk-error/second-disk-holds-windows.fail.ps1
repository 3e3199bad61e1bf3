param($Windows)
$Windows.Cim['MSFT_Partition'] | Where-Object { $_.DriveLetter -ne [char] 0 } | ForEach-Object { $_.DiskNumber = 1 }
$Windows.Events.Add(@{
        Log = 'System'; Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 20; Time = [datetime]::UtcNow.AddHours(-5)
        Data = @{ errorCode = '0x80070570'; updateTitle = '2026-11 Cumulative Update (KB5099999)'; updateGuid = '{0A1B2C3D-0000-4000-8000-000000000001}' }
    })
foreach ($disk in 0, 1, 1) {
    $Windows.Events.Add(@{ Log = 'System'; Provider = 'disk'; Id = 7; Time = [datetime]::UtcNow.AddHours(-4); Data = @{ '' = "\Device\Harddisk$disk\DR$disk" } })
}
@{ Reason = 'bad-blocks'; Evidence = @{ Events = 2 } }

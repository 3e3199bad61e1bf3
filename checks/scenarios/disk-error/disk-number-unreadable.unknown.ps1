param($Windows)
$Windows.Cim.Remove('MSFT_Partition')
$Windows.Events.Add(@{
        Log = 'System'; Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 20; Time = [datetime]::UtcNow.AddHours(-5)
        Data = @{ errorCode = '0x80070570'; updateTitle = '2026-11 Cumulative Update (KB5099999)'; updateGuid = '{0A1B2C3D-0000-4000-8000-000000000001}' }
    })
$Windows.Events.Add(@{ Log = 'System'; Provider = 'disk'; Id = 7; Time = [datetime]::UtcNow.AddHours(-4); Data = @{ '' = '\Device\Harddisk0\DR0' } })
@{ Reason = 'log-unreadable' }

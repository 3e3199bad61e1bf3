param($Windows)
# Where there is no such partition, its update is not needed (KB5034441).
$Windows.Cim['MSFT_Partition'] = @($Windows.Cim['MSFT_Partition'] | Select-Object -First 2)
$Windows.Events.Add(@{ Provider = 'Microsoft-Windows-WinREAgent'; Id = 4502; Time = [datetime]::UtcNow.AddHours(-5); Data = @{ ErrorPhase = '2'; Errorcode = '-2147024784' } })
@{ Reason = ''; HResult = @(); Evidence = @{ RecoverySize = $null; BootSize = 200 } }

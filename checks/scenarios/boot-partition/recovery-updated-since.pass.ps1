param($Windows)
$Windows.Events.Add(@{ Provider = 'Microsoft-Windows-WinREAgent'; Id = 4502; Time = [datetime]::UtcNow.AddHours(-50); Data = @{ ErrorPhase = '2'; Errorcode = '-2147024784' } })
$Windows.Events.Add(@{ Provider = 'Microsoft-Windows-WinREAgent'; Id = 4501; Time = [datetime]::UtcNow.AddHours(-5); Data = @{ Version = '10.0.26100.7010' } })
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ BootFree = 160; BootSize = 200; Needed = 250; RecoveryFree = 270; RecoverySize = 750 }
}

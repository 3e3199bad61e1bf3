param($Windows)
# Another reason than space.
$Windows.Events.Add(@{ Provider = 'Microsoft-Windows-WinREAgent'; Id = 4502; Time = [datetime]::UtcNow.AddHours(-5); Data = @{ ErrorPhase = '1'; Errorcode = '-2147024891' } })
@{
    Reason   = 'recovery-failed'
    HResult  = '0x80070005'
    Evidence = @{
        BootFree     = 160
        BootSize     = 200
        Code         = '0x80070005'
        Needed       = 250
        RecoveryFree = 270
        RecoverySize = 750
    }
}

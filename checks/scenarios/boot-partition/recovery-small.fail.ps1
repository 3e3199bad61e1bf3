param($Windows)
$Windows.Events.Add(@{
    Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 20; Time = [datetime]::UtcNow.AddHours(-5)
    Data = @{ updateTitle = '2024-12 Windows Recovery Environment Update (KB5048239)'; errorCode = '0x80070643'; serviceGuid = '{9482F4B4-E343-43B6-B170-9A65BC822C77}' }
})
$Windows.Events.Add(@{ Provider = 'Microsoft-Windows-WinREAgent'; Id = 4502; Time = [datetime]::UtcNow.AddHours(-5); Data = @{ ErrorPhase = '2'; Errorcode = '-2147024784' } })
$Windows.Cim['MSFT_Volume'][1].SizeRemaining = [uint64] 40MB
@{
    Reason   = 'recovery-small'
    HResult  = '0x80070070'
    Evidence = @{
        BootFree     = 160
        BootSize     = 200
        Code         = '0x80070070'
        Needed       = 250
        RecoveryFree = 40
        RecoverySize = 750
    }
}

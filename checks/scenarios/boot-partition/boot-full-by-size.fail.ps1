param($Windows)
# The log was replaced since; the code and the size remain.
$Windows.Events.Add(@{
    Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 20; Time = [datetime]::UtcNow.AddHours(-5)
    Data = @{ updateTitle = 'Cumulative Update (KB5099999)'; errorCode = '0x800f0922'; serviceGuid = '{9482F4B4-E343-43B6-B170-9A65BC822C77}' }
})
$Windows.Cim['MSFT_Volume'][0].SizeRemaining = [uint64] 6MB
@{
    Reason   = 'boot-full'
    HResult  = '0x800F0922'
    Evidence = @{ BootFree = 6; BootSize = 200; Needed = 250; RecoveryFree = 270; RecoverySize = 750 }
}

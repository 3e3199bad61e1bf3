param($Windows)
$Windows.Cim['MSFT_Volume'][0].SizeRemaining = [uint64] 8MB
@{
    Reason   = 'boot-tight'
    HResult  = @()
    Evidence = @{ BootFree = 8; BootSize = 200; Needed = 250; RecoveryFree = 270; RecoverySize = 750 }
}

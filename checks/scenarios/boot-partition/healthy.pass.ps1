param($Windows)
$null = $Windows
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ BootFree = 160; BootSize = 200; Needed = 250; RecoveryFree = 270; RecoverySize = 750 }
}

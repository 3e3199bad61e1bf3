param($Windows)
Set-Content -LiteralPath 'C:\Windows\Logs\CBS\CBS.log' -Value '2026-01-02 10:00:00, Info                  CBS    ServicingBootFiles failed. Error = 0x70'
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ BootFree = 160; BootSize = 200; Needed = 250; RecoveryFree = 270; RecoverySize = 750 }
}

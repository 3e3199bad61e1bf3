param($Windows)
# Windows 11 on a PC that is not supported.
$Windows.Cim.Win32_Tpm = @()
@{
    Reason   = 'runs-anyway'
    HResult  = @()
    Evidence = @{
        CPUs    = 2
        DiskGB  = 256
        Missing = 'TPM 0 < 2'
        RAMGB   = 16
        TPM     = 0
        Target  = 'Windows 11'
        UEFI    = 1
    }
}

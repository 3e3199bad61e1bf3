param($Windows)
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber = '19045'
$version.UBR = 6456
$Windows.Cim.Win32_Tpm = @()
@{
    Reason   = 'not-ready'
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

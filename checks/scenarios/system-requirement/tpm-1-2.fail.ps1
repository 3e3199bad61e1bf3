param($Windows)
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber = '19045'
$version.UBR = 6456
$Windows.Cim.Win32_Tpm[0].SpecVersion = '1.2, 2, 3'
@{
    Reason   = 'not-ready'
    HResult  = @()
    Evidence = @{
        CPUs    = 2
        DiskGB  = 256
        Missing = 'TPM 1 < 2'
        RAMGB   = 16
        TPM     = 1
        Target  = 'Windows 11'
        UEFI    = 1
    }
}

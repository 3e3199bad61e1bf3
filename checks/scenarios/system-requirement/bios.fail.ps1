param($Windows)
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber = '19045'
$version.UBR = 6456
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control'].PEFirmwareType = 1
@{
    Reason   = 'not-ready'
    HResult  = @()
    Evidence = @{
        CPUs    = 2
        DiskGB  = 256
        Missing = 'UEFI 0 < 1'
        RAMGB   = 16
        TPM     = 2
        Target  = 'Windows 11'
        UEFI    = 0
    }
}

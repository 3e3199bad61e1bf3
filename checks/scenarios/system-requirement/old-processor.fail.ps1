param($Windows)
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber = '19045'
$version.UBR = 6456
$Windows.Registry['HKLM:\HARDWARE\DESCRIPTION\System\CentralProcessor\0'].Identifier = 'Intel64 Family 6 Model 94 Stepping 3'
@{
    Reason   = 'not-ready'
    HResult  = @()
    Evidence = @{
        CPUs    = 2
        DiskGB  = 256
        Missing = 'Intel64 Family 6 Model 94 Stepping 3'
        RAMGB   = 16
        TPM     = 2
        Target  = 'Windows 11'
        UEFI    = 1
    }
}

param($Windows)
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber = '19045'
$version.UBR = 6456
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ CPUs = 2; DiskGB = 256; RAMGB = 16; TPM = 2; Target = 'Windows 11'; UEFI = 1 }
}

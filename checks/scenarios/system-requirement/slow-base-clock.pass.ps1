param($Windows)
# An i5-1030G4, which is on Microsoft's list: its base clock is 0.7 GHz.
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber = '19045'
$version.UBR = 6456
$processor = $Windows.Registry['HKLM:\HARDWARE\DESCRIPTION\System\CentralProcessor\0']
$processor.Identifier = 'Intel64 Family 6 Model 126 Stepping 5'
$processor['~MHz'] = 806
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ CPUs = 2; DiskGB = 256; RAMGB = 16; TPM = 2; Target = 'Windows 11'; UEFI = 1 }
}

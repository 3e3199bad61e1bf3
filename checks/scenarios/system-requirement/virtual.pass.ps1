param($Windows)
# A virtual machine shows a processor that nobody makes.
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber = '19045'
$version.UBR = 6456
$Windows.Registry['HKLM:\HARDWARE\DESCRIPTION\System\BIOS'].SystemProductName = 'Virtual Machine'
$processor = $Windows.Registry['HKLM:\HARDWARE\DESCRIPTION\System\CentralProcessor\0']
$processor.VendorIdentifier = 'AuthenticAMD'
$processor.Identifier = 'AMD64 Family 15 Model 107 Stepping 1'
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ CPUs = 2; DiskGB = 256; RAMGB = 16; TPM = 2; Target = 'Windows 11'; UEFI = 1 }
}

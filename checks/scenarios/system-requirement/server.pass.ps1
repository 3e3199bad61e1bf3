param($Windows)
# A server needs no TPM.
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber = '20348'
$version.InstallationType = 'Server'
$version.EditionID = 'ServerStandard'
$Windows.Cim.Win32_Tpm = @()
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control'].PEFirmwareType = 1
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ CPUs = 2; DiskGB = 256; RAMGB = 16; TPM = 0; Target = 'Windows Server'; UEFI = 0 }
}

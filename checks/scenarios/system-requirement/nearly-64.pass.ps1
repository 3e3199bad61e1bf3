param($Windows)
# 64 GB as the maker counts them, and less memory visible than built in.
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber = '19045'
$version.UBR = 6456
$Windows.Cim.Win32_LogicalDisk[0].Size = 63.6GB
$Windows.Cim.Win32_PhysicalMemory = @([pscustomobject]@{ Capacity = [uint64] 4GB })
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ CPUs = 2; DiskGB = 64; RAMGB = 4; TPM = 2; Target = 'Windows 11'; UEFI = 1 }
}

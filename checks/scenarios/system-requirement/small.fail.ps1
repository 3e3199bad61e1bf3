param($Windows)
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber = '19045'
$version.UBR = 6456
$Windows.Cim.Win32_PhysicalMemory = @([pscustomobject]@{ Capacity = [uint64] 2GB })
$Windows.Cim.Win32_LogicalDisk[0].Size = 32GB
@{
    Reason   = 'not-ready'
    HResult  = @()
    Evidence = @{
        CPUs    = 2
        DiskGB  = 32
        Missing = 'RAM 2 GB < 4 GB', 'Disk 32 GB < 64 GB'
        RAMGB   = 2
        TPM     = 2
        Target  = 'Windows 11'
        UEFI    = 1
    }
}

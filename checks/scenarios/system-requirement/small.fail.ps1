param($Windows)
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber = '19045'
$version.UBR = 6456
$Windows.Cim.Win32_PhysicalMemory = @([pscustomobject]@{ Capacity = [uint64] 2GB })
$Windows.Cim.Win32_LogicalDisk[0].Size = 32GB

param($Windows)
# Enough for monthly updates.
$Windows.Cim.Win32_LogicalDisk[0].FreeSpace = 12GB

param($Windows)
# To the byte what a monthly update needs; little is left for a large one.
$Windows.Cim.Win32_LogicalDisk = @(
    [pscustomobject]@{ DeviceID = $env:SystemDrive; DriveType = 3; FreeSpace = [uint64] 2GB; Size = [uint64] 128GB }
)
@{ Reason = 'tight'; HResult = @(); Evidence = @{ FreeGigabytes = 2 } }

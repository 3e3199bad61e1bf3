param($Windows)
$Windows.Cim.Win32_LogicalDisk = @(
    [pscustomobject]@{ DeviceID = $env:SystemDrive; DriveType = 3; FreeSpace = [uint64] 20GB; Size = [uint64] 128GB }
)
@{ Reason = ''; HResult = @(); Evidence = @{ FreeGigabytes = 20 } }

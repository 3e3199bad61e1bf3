param($Windows)
$Windows.Cim.Win32_LogicalDisk = @(
    [pscustomobject]@{ DeviceID = $env:SystemDrive; DriveType = 3; FreeSpace = [uint64] 10GB; Size = [uint64] 128GB }
)
@{ Reason = 'no-upgrade'; HResult = @(); Evidence = @{ FreeGigabytes = 10 } }

param($Windows)
$Windows.Cim.Win32_LogicalDisk = @(
    [pscustomobject]@{ DeviceID = $env:SystemDrive; DriveType = 3; FreeSpace = [uint64] 1GB; Size = [uint64] 128GB }
)
@{
    Reason   = 'full'
    HResult  = @()
    Evidence = @{ Comfort = 10; FreeGigabytes = 1; Minimum = 2; SizeGigabytes = 128; Upgrade = 20 }
}

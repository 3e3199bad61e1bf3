param($Windows)
$Windows.Cim.Win32_LogicalDisk = @(
    [pscustomobject]@{ DeviceID = $env:SystemDrive; DriveType = 3; FreeSpace = [uint64] 5GB; Size = [uint64] 128GB }
)
@{
    Reason   = 'tight'
    HResult  = @()
    Evidence = @{ Comfort = 10; FreeGigabytes = 5; Minimum = 2; SizeGigabytes = 128; Upgrade = 20 }
}

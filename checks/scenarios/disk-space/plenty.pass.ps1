param($Windows)
$Windows.Cim.Win32_LogicalDisk = @(
    [pscustomobject]@{ DeviceID = $env:SystemDrive; DriveType = 3; FreeSpace = [uint64] 60GB; Size = [uint64] 128GB }
)
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ Comfort = 10; FreeGigabytes = 60; Minimum = 2; SizeGigabytes = 128; Upgrade = 20 }
}

param($Windows)
# Figures are shown, and judged, with one digit.
$Windows.Cim.Win32_LogicalDisk = @(
    [pscustomobject]@{ DeviceID = $env:SystemDrive; DriveType = 3; FreeSpace = [uint64] 1.94GB; Size = [uint64] 40GB }
)
@{ Reason = 'full'; HResult = @(); Evidence = @{ FreeGigabytes = 1.9; SizeGigabytes = 40 } }

param($Windows)
# A drive that could never hold an upgrade gets no advice about one while it has enough for the month.
$Windows.Cim.Win32_LogicalDisk = @(
    [pscustomobject]@{ DeviceID = $env:SystemDrive; DriveType = 3; FreeSpace = [uint64] 10GB; Size = [uint64] 39GB }
)
@{ Reason = 'no-upgrade'; HResult = @(); Evidence = @{ FreeGigabytes = 10; SizeGigabytes = 39 } }

param($Windows)
# A tablet of 32 GB: 20 GB free are impossible, so none is asked for.
$Windows.Cim['Win32_LogicalDisk'] = @([pscustomobject]@{ DeviceID = 'C:'; DriveType = 3; FreeSpace = 1.4GB; Size = 28.6GB })
@{
    Reason   = 'full-small'
    HResult  = @()
    Evidence = @{ Comfort = 10; FreeGigabytes = 1.4; Minimum = 2; SizeGigabytes = 28.6; Upgrade = 20 }
}

param($Windows)
$Windows.Cim['Win32_LogicalDisk'] = @([pscustomobject]@{ DeviceID = 'C:'; DriveType = 3; FreeSpace = 6GB; Size = 28.6GB })
@{
    Reason   = 'small'
    HResult  = @()
    Evidence = @{ Comfort = 10; FreeGigabytes = 6; Minimum = 2; SizeGigabytes = 28.6; Upgrade = 20 }
}

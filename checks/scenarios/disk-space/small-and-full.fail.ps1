param($Windows)
# A tablet of 32 GB: 20 GB free are impossible, so none is asked for.
$Windows.Cim['Win32_LogicalDisk'] = @([pscustomobject]@{ DeviceID = 'C:'; DriveType = 3; FreeSpace = 1.4GB; Size = 28.6GB })

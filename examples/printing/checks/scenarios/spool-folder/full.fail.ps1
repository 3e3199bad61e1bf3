param($Windows)
$Windows.Cim['Win32_LogicalDisk'] = @([pscustomobject]@{ DeviceID = 'C:'; FreeSpace = 120MB; Size = 100GB })
@{ Reason = 'full'; HResult = @(); Evidence = @{ FreeMegabytes = 120; Megabytes = 500 } }

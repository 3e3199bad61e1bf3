param($Windows)
# Enough for monthly updates.
$Windows.Cim.Win32_LogicalDisk[0].FreeSpace = 12GB
@{
    Reason   = 'little-space'
    HResult  = @()
    Evidence = @{
        Architecture  = 'AMD64'
        Edition       = 'Professional'
        FreeGigabytes = 12
        Locale        = 'en-US'
        Needed        = 20
    }
}

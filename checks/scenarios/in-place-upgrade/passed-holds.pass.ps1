param($Windows)
# Keys of versions that the PC has passed stay behind.
$indicators = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\AppCompatFlags\TargetVersionUpgradeExperienceIndicators'
$Windows.Registry["$indicators\GE24H2"] = @{ GatedBlockId = '52754008'; UpgEx = 'Red' }
@{
    Reason   = 'media'
    HResult  = @()
    Evidence = @{
        Architecture  = 'AMD64'
        Edition       = 'Professional'
        FreeGigabytes = 80
        Locale        = 'en-US'
        Needed        = 20
    }
}

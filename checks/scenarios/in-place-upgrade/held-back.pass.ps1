param($Windows)
# Nothing is wrong on this PC, and nobody can do anything about it.
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'].DisplayVersion = '23H2'
$indicators = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\AppCompatFlags\TargetVersionUpgradeExperienceIndicators'
$Windows.Registry["$indicators\NI22H2"] = @{ GatedBlockId = '40667045'; UpgEx = 'Red' }
$Windows.Registry["$indicators\GE24H2"] = @{ GatedBlockId = '52754008'; UpgEx = 'Yellow' }
@{
    Reason   = 'held'
    HResult  = @()
    Evidence = @{
        Architecture  = 'AMD64'
        Edition       = 'Professional'
        FreeGigabytes = 80
        HeldTarget    = '24H2'
        Hold          = '52754008'
        Locale        = 'en-US'
        Needed        = 20
        Rating        = 'Yellow'
    }
}

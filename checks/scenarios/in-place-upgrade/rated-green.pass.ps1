param($Windows)
$indicators = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\AppCompatFlags\TargetVersionUpgradeExperienceIndicators'
$Windows.Registry["$indicators\GE26H2"] = @{ UpgEx = 'Green'; GatedBlockId = 'None'; GStatus = 2 }
@{
    Reason   = 'media'
    HResult  = @()
    Evidence = @{
        Architecture  = 'AMD64'
        Edition       = 'Professional'
        FreeGigabytes = 80
        HeldTarget    = '26H2'
        Hold          = 'None'
        Locale        = 'en-US'
        Needed        = 20
        Rating        = 'Green'
    }
}

param($Windows)
# What the appraiser says of the next version is told, and is no fault of this one.
$indicators = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\AppCompatFlags\TargetVersionUpgradeExperienceIndicators'
$Windows.Registry["$indicators\GE26H2"] = @{ UpgEx = 'Red'; RedReason = 'Tpm'; GatedBlockId = 'None'; GStatus = 0 }
@{
    Reason   = 'rated-red'
    HResult  = @()
    Evidence = @{
        Architecture  = 'AMD64'
        Edition       = 'Professional'
        FreeGigabytes = 80
        HeldTarget    = '26H2'
        Hold          = 'None'
        Locale        = 'en-US'
        Needed        = 20
        Rating        = 'Red Tpm'
    }
}

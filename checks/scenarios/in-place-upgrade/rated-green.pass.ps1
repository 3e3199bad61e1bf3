param($Windows)
$indicators = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\AppCompatFlags\TargetVersionUpgradeExperienceIndicators'
$Windows.Registry["$indicators\GE26H2"] = @{ UpgEx = 'Green'; GatedBlockId = 'None'; GStatus = 2 }

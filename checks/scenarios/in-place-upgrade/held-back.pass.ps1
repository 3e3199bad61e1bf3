param($Windows)
# Nothing is wrong on this PC, and nobody can do anything about it.
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'].DisplayVersion = '23H2'
$indicators = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\AppCompatFlags\TargetVersionUpgradeExperienceIndicators'
$Windows.Registry["$indicators\NI22H2"] = @{ GatedBlockId = '40667045'; UpgEx = 'Red' }
$Windows.Registry["$indicators\GE24H2"] = @{ GatedBlockId = '52754008'; UpgEx = 'Yellow' }

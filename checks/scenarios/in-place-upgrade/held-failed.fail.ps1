param($Windows)
# Somebody tried all the same, and it failed.
$indicators = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\AppCompatFlags\TargetVersionUpgradeExperienceIndicators'
$Windows.Registry["$indicators\BR26H2"] = @{ GatedBlockId = '56318982'; UpgEx = 'Red' }
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 20; Time = [datetime]::UtcNow.AddHours(-5)
        Data = @{ updateGuid = '{0A1B2C3D-0000-4000-8000-000000000002}'; errorCode = '0xc1900101'; updateTitle = 'Windows 11, version 26H2' }
    })
@{ Reason = 'held'; Evidence = @{ Hold = '56318982'; HeldTarget = '26H2' } }

param($Windows)
# An attempt failed; Setup has succeeded after it. The hold is for the version after that one.
$indicators = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\AppCompatFlags\TargetVersionUpgradeExperienceIndicators'
$Windows.Registry["$indicators\BR26H2"] = @{ GatedBlockId = '56318982'; UpgEx = 'Red' }
$Windows.Registry['HKLM:\SYSTEM\Setup\MoSetup\Volatile\SetupDiag'] = @{
    ProfileName    = 'FindSuccessfulUpgrade'
    FailureDetails = 'LastOperation = OOBEBoot'
    FailureData    = 'SetupDiag reports successful upgrade found.'
}
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 20; Time = [datetime]::UtcNow.AddDays(-5)
        Data = @{ updateGuid = '{0A1B2C3D-0000-4000-8000-000000000002}'; errorCode = '0xc1900101'; updateTitle = 'Windows 11, version 25H2' }
    })
@{ Reason = 'held'; Evidence = @{ Hold = '56318982'; HeldTarget = '26H2' } }

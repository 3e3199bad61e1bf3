param($Windows)
$Windows.Cim.Win32_EncryptableVolume[0].ProtectionStatus = [uint32] 1
@{ Reason = 'encrypted'; HResult = @(); Evidence = @{ Encrypted = $true; RecoveryOn = $true } }

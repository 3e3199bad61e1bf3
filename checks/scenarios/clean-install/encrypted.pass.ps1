param($Windows)
$Windows.Cim.Win32_EncryptableVolume[0].ProtectionStatus = [uint32] 1

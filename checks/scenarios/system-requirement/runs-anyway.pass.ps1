param($Windows)
# Windows 11 on a PC that is not supported.
$Windows.Cim.Win32_Tpm = @()

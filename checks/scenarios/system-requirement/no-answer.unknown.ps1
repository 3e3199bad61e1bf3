param($Windows)
$Windows.Cim.Win32_Tpm = { throw [UnauthorizedAccessException]::new('Access denied') }

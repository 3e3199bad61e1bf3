param($Windows)
$Windows.Cim.Win32_Service = { throw [TimeoutException]::new('The operation timed out.') }

param($Windows)
$Windows.Cim.SoftwareLicensingProduct = { throw [TimeoutException]::new('The operation timed out.') }

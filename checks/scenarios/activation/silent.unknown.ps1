param($Windows)
$Windows.Cim.SoftwareLicensingProduct = { throw [TimeoutException]::new('The operation timed out.') }
@{ Reason = 'silent'; HResult = @(); Evidence = @{ Error = 'TimeoutException' } }

param($Windows)
$Windows.Cim.SoftwareLicensingProduct = { }
@{ Reason = 'no-key'; HResult = @() }

param($Windows)
$Windows.Cim.SoftwareLicensingProduct = { return }
@{ Reason = 'no-key'; HResult = @() }

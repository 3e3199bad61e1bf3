param($Windows)
$Windows.Cim.SoftwareLicensingProduct = { }

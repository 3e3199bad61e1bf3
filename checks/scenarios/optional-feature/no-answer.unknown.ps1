param($Windows)
$Windows.Cim.Remove('Win32_OptionalFeature')

param($Windows)
# Storage answers to administrators alone.
$Windows.Cim['MSFT_Volume'] = { throw [UnauthorizedAccessException]::new() }

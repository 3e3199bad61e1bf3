param($Windows)
$Windows.Cim['MSFT_Volume'][0].SizeRemaining = [uint64] 8MB

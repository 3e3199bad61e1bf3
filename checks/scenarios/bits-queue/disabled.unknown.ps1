param($Windows)
$Windows.Services.BITS.Start = 4

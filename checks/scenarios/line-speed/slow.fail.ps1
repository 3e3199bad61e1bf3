param($Windows)
$Windows.Network.Rate = 400e3

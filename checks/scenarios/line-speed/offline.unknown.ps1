param($Windows)
$Windows.Network.Online = $false

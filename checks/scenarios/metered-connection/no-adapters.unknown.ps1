param($Windows)
$Windows.Commands['Get-NetAdapter'] = {}

param($Windows)
$Windows.Account.Elevated = $false
$Windows.Commands['Get-BitsTransfer'] = { throw [UnauthorizedAccessException]::new('Access is denied.') }

param($Windows)
$Windows.Commands['Select-String'] = { throw [UnauthorizedAccessException]::new('Access is denied.') }

param($Windows)
# Neither may a user see.
$Windows.Cim.Win32_EncryptableVolume = { throw [UnauthorizedAccessException]::new('Access denied') }
Remove-Item -LiteralPath 'C:\Windows\System32\Recovery\ReAgent.xml'
@{ Reason = 'unreadable'; HResult = @(); Evidence = @{ Error = 'UnauthorizedAccessException' } }

param($Windows)
$null = $Windows
Remove-Item -LiteralPath 'C:\Windows\System32\drivers\etc\hosts'
@{ Reason = ''; HResult = @(); Evidence = @{ File = 'C:\Windows\System32\drivers\etc\hosts' } }

param($Windows)
$null = $Windows
Remove-Item -LiteralPath 'C:\Windows\System32\drivers\etc\hosts'

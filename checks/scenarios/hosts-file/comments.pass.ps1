param($Windows)
$null = $Windows
# Names in comments, names that only look alike, and a list against advertising.
Set-Content -LiteralPath 'C:\Windows\System32\drivers\etc\hosts' -Value @(
    '# 0.0.0.0 fe2.update.microsoft.com'
    '127.0.0.1 localhost # not windowsupdate.com'
    '0.0.0.0 fe2.update.microsoft.com.akadns.net'
    '0.0.0.0 notwindowsupdate.com windowsupdate.com.example'
    '::1 localhost'
)
@{ Reason = ''; HResult = @(); Evidence = @{ File = 'C:\Windows\System32\drivers\etc\hosts' } }

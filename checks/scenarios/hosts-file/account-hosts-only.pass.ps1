param($Windows)
# Nothing of Windows Update, and names that only look like it.
Set-Content -LiteralPath 'C:\Windows\System32\drivers\etc\hosts' -Value @(
    '0.0.0.0 settings-win.data.microsoft.com', '0.0.0.0 dsp.mp.microsoft.com.example', '0.0.0.0 myemdl.ws.example')
@{ Reason = ''; HResult = @(); Evidence = @{ File = 'C:\Windows\System32\drivers\etc\hosts' } }

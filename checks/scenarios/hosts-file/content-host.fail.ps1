param($Windows)
Set-Content -LiteralPath 'C:\Windows\System32\drivers\etc\hosts' -Value '127.0.0.1 localhost', ':: ads.example emdl.ws.microsoft.com # updates'
@{
    Reason   = 'redirected'
    HResult  = @()
    Evidence = @{
        File  = 'C:\Windows\System32\drivers\etc\hosts'
        Lines = ':: ads.example emdl.ws.microsoft.com # updates'
    }
}

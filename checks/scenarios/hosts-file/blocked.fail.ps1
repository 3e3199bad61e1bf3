param($Windows)
$null = $Windows
Set-Content -LiteralPath 'C:\Windows\System32\drivers\etc\hosts' -Value '127.0.0.1 localhost', "0.0.0.0`tads.example FE2.UPDATE.MICROSOFT.COM # x"
@{
    Reason   = 'redirected'
    HResult  = @()
    Evidence = @{
        File  = 'C:\Windows\System32\drivers\etc\hosts'
        Lines = '0.0.0.0	ads.example FE2.UPDATE.MICROSOFT.COM # x'
    }
}

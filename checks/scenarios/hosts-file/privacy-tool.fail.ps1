param($Windows)
# As privacy tools write it: delivery, account and telemetry hosts.
Set-Content -LiteralPath 'C:\Windows\System32\drivers\etc\hosts' -Value @(
    '# x'
    '0.0.0.0 tsfe.trafficshaping.dsp.mp.microsoft.com'
    '0.0.0.0 login.live.com'
    '0.0.0.0 settings-win.data.microsoft.com')
@{
    Reason   = 'redirected'
    HResult  = @()
    Evidence = @{
        File  = 'C:\Windows\System32\drivers\etc\hosts'
        Lines = '0.0.0.0 tsfe.trafficshaping.dsp.mp.microsoft.com'
    }
}

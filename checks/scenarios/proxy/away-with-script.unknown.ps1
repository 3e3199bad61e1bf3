param($Windows)
# No member of a domain, but a policy names a script for the proxy.
$text = [Text.Encoding]::ASCII.GetBytes('proxy.corp.example:8080')
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\Connections'] = @{
    WinHttpSettings = [byte[]] (@(0x18, 0, 0, 0, 7, 0, 0, 0, 3, 0, 0, 0) + [BitConverter]::GetBytes($text.Count) + $text + @(0, 0, 0, 0))
}
$Windows.Registry['HKLM:\SOFTWARE\Policies\Microsoft\Windows\CurrentVersion\Internet Settings'] = @{ AutoConfigURL = 'http://corp.example/proxy.pac' }
$Windows.Network.Closed = @('proxy.corp.example:8080')
@{
    Reason   = 'away'
    HResult  = @()
    Evidence = @{ AllUsers = $false; Owner = 'AutoConfigURL'; WinHttp = 'proxy.corp.example:8080' }
}

param($Windows)
# Whether it works was not tried, and is not said.
$settings = $Windows.Registry['HKCU:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings']
$settings.AutoConfigURL = 'http://proxy.example/proxy.pac'
$Windows.Network.Online = $false
@{
    Reason   = 'script'
    HResult  = @()
    Evidence = @{ AllUsers = $false; Script = 'http://proxy.example/proxy.pac' }
}

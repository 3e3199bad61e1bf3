param($Windows)
$Windows.Registry['HKCU:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings'] = @{ ProxyEnable = 1; ProxyServer = 'gone.example' }
$Windows.Network.Closed = @('gone.example:80')
@{
    Reason   = 'user-unreachable'
    HResult  = @()
    Evidence = @{ AllUsers = $false; User = 'gone.example' }
}

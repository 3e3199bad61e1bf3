param($Windows)
# A policy gives all users one setting: that of the computer counts, and the user's own does not.
$settings = 'SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings'
$Windows.Registry['HKLM:\SOFTWARE\Policies\Microsoft\Windows\CurrentVersion\Internet Settings'] = @{ ProxySettingsPerUser = 0 }
$Windows.Registry["HKLM:\$settings"] = @{ ProxyEnable = 1; ProxyServer = 'gone.example:3128' }
$Windows.Registry["HKCU:\$settings"] = @{ ProxyEnable = 1; ProxyServer = 'proxy.example:8080' }
$Windows.Network.Closed = @('gone.example:3128')
@{
    Reason   = 'user-unreachable'
    HResult  = @()
    Evidence = @{ AllUsers = $true; User = 'gone.example:3128' }
}

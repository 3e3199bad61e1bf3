param($Windows)
# A branch office with no direct way out; WinHTTP reads no file:// script.
$settings = $Windows.Registry['HKCU:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings']
$settings.AutoConfigURL = 'file://C:/proxy/proxy.pac'
$Windows.Network.Online = $false
@{ Reason = 'file-script'; HResult = @(); Evidence = @{ AllUsers = $false } }

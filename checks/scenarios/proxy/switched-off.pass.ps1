param($Windows)
# The address of a proxy that is switched off stays in the settings, and means nothing.
$Windows.Registry['HKCU:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings'] = @{ ProxyEnable = 0; ProxyServer = 'gone.example:8080' }
$Windows.Network.Closed = @('gone.example:8080')
@{ Reason = ''; HResult = @(); Evidence = @{ AllUsers = $false } }

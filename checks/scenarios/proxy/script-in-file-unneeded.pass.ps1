param($Windows)
$settings = $Windows.Registry['HKCU:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings']
$settings.AutoConfigURL = 'file://C:/proxy/proxy.pac'
@{ Reason = 'script'; HResult = @(); Evidence = @{ AllUsers = $false } }

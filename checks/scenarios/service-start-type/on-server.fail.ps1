param($Windows, $With)
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'].InstallationType = 'Server'
$Windows.Services[$With.Name].Start = 4
$Windows.Services[$With.Name].Delayed = $false
$Windows.Services[$With.Name].Status = 'Stopped'

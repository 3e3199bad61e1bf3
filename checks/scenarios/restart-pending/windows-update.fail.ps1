param($Windows)
$update = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate'
$Windows.Registry["$update\Auto Update\RebootRequired"] = @{}

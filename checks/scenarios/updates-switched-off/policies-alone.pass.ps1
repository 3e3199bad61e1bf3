param($Windows)
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$Windows.Registry["$policy\AU"] = @{ NoAutoUpdate = 1 }

param($Windows)
$servicing = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing'
$Windows.Registry["$servicing\SessionsPending"] = @{ Exclusive = 1 }

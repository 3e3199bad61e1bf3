param($Windows)
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\SessionsPending'] = @{ Exclusive = 1 }

param($Windows)
# Many clients leave it off: nothing is wrong.
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\SystemRestore'] = @{ RPSessionInterval = 0 }
$Windows.Cim.SystemRestore = @()
@{ Reason = 'switched-off'; HResult = @() }

param($Windows)
# A replaced update is kept on every PC for a while. It is no fault where there is space enough.
$packages = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
$Windows.Registry["$packages\Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.4351.1.14"] = @{ CurrentState = 80 }
$Windows.Registry["$packages\Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.4652.1.15"] = @{ CurrentState = 112 }
@{ Reason = 'kept'; HResult = @(); Evidence = @{ FreeGigabytes = 80; Superseded = 1 } }

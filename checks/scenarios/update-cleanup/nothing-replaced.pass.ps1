param($Windows)
# Space is short, but there is nothing that a clean-up could remove: disk-space says what is to be said.
$Windows.Cim.Win32_LogicalDisk[0].FreeSpace = 3GB
$packages = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
$Windows.Registry["$packages\Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.4652.1.15"] = @{ CurrentState = 112 }
$Windows.Registry["$packages\Microsoft-Windows-Foundation-Package~31bf3856ad364e35~amd64~~10.0.26100.1"] = @{ CurrentState = 80 }
@{ Reason = ''; HResult = @(); Evidence = @{ FreeGigabytes = 3; Superseded = 0 } }

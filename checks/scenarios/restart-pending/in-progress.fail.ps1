param($Windows)
# Two reasons, each by itself enough.
$servicing = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing'
$Windows.Registry["$servicing\RebootInProgress"] = @{}
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Updates'] = @{ UpdateExeVolatile = 2 }
@{ Reason = 'pending'; HResult = @(); Evidence = @{ Causes = 'Servicing RebootInProgress', 'Update installer' } }

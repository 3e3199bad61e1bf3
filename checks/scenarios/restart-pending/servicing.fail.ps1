param($Windows)
# The key has neither values nor subkeys.
$servicing = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing'
$Windows.Registry["$servicing\RebootPending"] = @{}
@{
    Reason   = 'pending'
    HResult  = @()
    Evidence = @{ Causes = 'Servicing RebootPending'; FastStartup = $false; QueuedRenames = 0 }
}

param($Windows)
$servicing = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing'
$Windows.Registry["$servicing\SessionsPending"] = @{ Exclusive = 1 }
@{
    Reason   = 'pending'
    HResult  = @()
    Evidence = @{ Causes = 'Servicing session'; FastStartup = $false; QueuedRenames = 0 }
}

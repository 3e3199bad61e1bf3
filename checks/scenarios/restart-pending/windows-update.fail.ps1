param($Windows)
$update = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate'
$Windows.Registry["$update\Auto Update\RebootRequired"] = @{}
@{
    Reason   = 'pending'
    HResult  = @()
    Evidence = @{ Causes = 'Windows Update RebootRequired'; FastStartup = $false; QueuedRenames = 0 }
}

param($Windows)
$pending = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Services\Pending'
$Windows.Registry[$pending] = @{}
$Windows.Registry["$pending\7971F918-A847-4430-9279-4A52D1EFE18D"] = @{}
@{
    Reason   = 'pending'
    HResult  = @()
    Evidence = @{
        Causes        = 'Windows Update service registration'
        FastStartup   = $false
        QueuedRenames = 0
    }
}

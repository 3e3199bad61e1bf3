param($Windows)
# Shutting down would not be enough.
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending'] = @{}
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager\Power'].HiberbootEnabled = 1
@{
    Reason   = 'pending-fast-startup'
    HResult  = @()
    Evidence = @{ Causes = 'Servicing RebootPending'; FastStartup = $true }
}

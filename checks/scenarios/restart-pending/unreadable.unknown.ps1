param($Windows)
$servicing = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing'
foreach ($key in @($Windows.Registry.Keys) -like "$servicing*") { $Windows.Registry.Remove($key) }
@{
    Reason   = 'unreadable'
    HResult  = @()
    Evidence = @{ Key = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing' }
}

param($Windows)
# DISM would ask the server of the organisation, which has no files for repairs. The guard stops the repair.
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$Windows.Registry[$policy] = @{ WUServer = 'https://wsus.example:8531' }
$Windows.Registry["$policy\AU"] = @{ UseWUServer = 1 }
$Windows.ImageHealth = 'Repairable'
@{
    Reason   = 'store-from-server'
    HResult  = @()
    Evidence = @{ Server = 'https://wsus.example:8531'; State = 'Repairable' }
    Repair   = 12
}

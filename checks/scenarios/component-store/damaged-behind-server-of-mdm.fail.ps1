param($Windows)
# DISM would ask the server that the MDM names. The guard stops the repair.
$mobile = 'HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update'
$Windows.Registry[$mobile] = @{ UpdateServiceUrl = 'https://wsus.example:8531' }
$Windows.ImageHealth = 'Repairable'
@{
    Reason   = 'store-from-server'
    HResult  = @()
    Evidence = @{ Server = 'https://wsus.example:8531'; State = 'Repairable' }
    Repair   = 12
}

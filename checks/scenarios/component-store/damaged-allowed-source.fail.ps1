param($Windows)
# Policy lets repairs use Windows Update: the server of the organisation does not matter. No guard stops this one.
$servicing = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\Servicing'
$Windows.Registry[$servicing] = @{ RepairContentServerSource = 2 }
$Windows.ImageHealth = 'Repairable'
$Windows.Tools['dism.exe'] = {
    param($Arguments, $Windows)
    if ($Arguments -contains '/RestoreHealth') { $Windows.ImageHealth = 'Healthy' }
    @{ ExitCode = 0 }
}
@{
    Reason   = 'store-damaged'
    HResult  = @()
    Evidence = @{ Code = '0x00000000'; State = 'Repairable' }
}

param($Windows)
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$packages = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
$Windows.Registry["$packages\Package_for_RollupFix~31bf3856ad364e35~amd64~~26200.4652.1.9"] = @{
    CurrentState = 112; InstallTimeHigh = [int] [math]::Floor([datetime]::UtcNow.AddDays(-12).ToFileTimeUtc() / 4294967296)
}
$Windows.Registry["$policy\AU"] = @{ NoAutoUpdate = 1 }
@{
    Reason   = 'automatic-off'
    HResult  = @()
    Evidence = @{ Installed = '25H2'; Managers = '-'; Policies = 'NoAutoUpdate 1' }
}

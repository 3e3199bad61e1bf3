param($Windows)
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$packages = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
$Windows.Registry["$packages\Package_for_RollupFix~31bf3856ad364e35~amd64~~26200.4652.1.9"] = @{
    CurrentState = 112; InstallTimeHigh = [int] [math]::Floor([datetime]::SpecifyKind([datetime]'2024-03-05T12:00:00', 'Utc').ToFileTimeUtc() / 4294967296)
}
# Agents of asset management keep updates for themselves.
$Windows.Cim['Win32_Service'] += @(
    [pscustomobject]@{ Name = 'SkyUpdtSv'; PathName = '"C:\Program Files\Sky Product\SKYSEA Client View\SkyUpdtSv.exe"'; State = 'Running' }
    [pscustomobject]@{ Name = 'LspCmSrv'; PathName = '"C:\Program Files\MOTEX\LanScope\LspCmSrv.exe"'; State = 'Running' })
$Windows.Registry[$policy] = @{ SetDisableUXWUAccess = 1 }
$Windows.Registry["$policy\AU"] = @{ NoAutoUpdate = 1 }
@{
    Reason   = 'automatic-off'
    HResult  = @()
    Evidence = @{
        Installed  = '25H2'
        LastUpdate = '2024-03-05'
        Managers   = 'SKYSEA Client View', 'LANSCOPE'
        Policies   = 'NoAutoUpdate 1', 'SetDisableUXWUAccess 1'
    }
}

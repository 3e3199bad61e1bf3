param($Windows)
# A cumulative update: its package has no number, its parts do. The replaced one before it stays, and so does the stack.
$Windows.Given = @{ 'uninstall-update' = 'KB5062553' }
$packages = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
$key = '31bf3856ad364e35~amd64~'
$Windows.Registry["$packages\Package_for_RollupFix~$key~26100.4652.1.15"] = @{ CurrentState = 112 }
$Windows.Registry["$packages\Package_12_for_KB5062553~$key~26100.4652.1.15"] = @{ CurrentState = 112 }
$Windows.Registry["$packages\Package_for_RollupFix~$key~26100.4351.1.14"] = @{ CurrentState = 80 }
$Windows.Registry["$packages\Package_12_for_KB5060842~$key~26100.4351.1.14"] = @{ CurrentState = 80 }
$Windows.Registry["$packages\Package_for_ServicingStack_4651~$key~26100.4651.1.0"] = @{ CurrentState = 112 }
$Windows.Tools['dism.exe'] = {
    param($Arguments, $Windows)
    if ("$Arguments" -notlike '*/PackageName:Package_for_RollupFix~*26100.4652.1.15 /NoRestart') { return @{ ExitCode = 87 } }
    $name = @($Windows.Registry.Keys | Where-Object { $_ -like '*\Package_for_RollupFix~*26100.4652.1.15' })[0]
    $Windows.Registry[$name].CurrentState = 5
    @{ ExitCode = 3010; Lines = @('Starten Sie Windows neu, um den Vorgang abzuschliessen.') }
}
@{
    Reason   = 'installed'
    HResult  = @()
    Evidence = @{ Packages = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.4652.1.15'; Update = 'KB5062553' }
}

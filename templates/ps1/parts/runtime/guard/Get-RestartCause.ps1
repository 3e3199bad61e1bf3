# What Windows servicing keeps for the next start, one text each; the one judge for guard and checks. The presence
# of a key counts, not its content.
function Get-RestartCause {
    $servicing = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing'
    foreach ($name in 'RebootPending', 'RebootInProgress', 'PackagesPending') {
        if (Test-Path -LiteralPath "$servicing\$name") { "Servicing $name" }
    }
    if (Get-RegistryValue -Path "$servicing\SessionsPending" -Name 'Exclusive') { 'Servicing session' }
    $updates = 'HKLM:\SOFTWARE\Microsoft\Updates'
    if (Get-RegistryValue -Path $updates -Name 'UpdateExeVolatile') { 'Update installer' }
    # Browsers and security software rename files at restart all the time. Those of servicing come from here.
    $manager = 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager'
    foreach ($name in 'PendingFileRenameOperations', 'PendingFileRenameOperations2') {
        $owned = @(Get-RegistryValue -Path $manager -Name $name) -match '\\WinSxS\\Temp\\PendingRenames\\'
        if ($owned) { return 'Servicing file renames' }
    }
}

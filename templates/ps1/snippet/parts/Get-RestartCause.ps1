function Get-RestartCause {
    $servicing = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing'
    foreach ($name in 'RebootPending', 'RebootInProgress', 'PackagesPending') {
        if (Test-Path -LiteralPath "$servicing\$name") { "Servicing $name" }
    }
    if (Get-RegistryValue "$servicing\SessionsPending" 'Exclusive') { 'Servicing session' }
    if (Get-RegistryValue 'HKLM:\SOFTWARE\Microsoft\Updates' 'UpdateExeVolatile') { 'Update installer' }
    foreach ($name in 'PendingFileRenameOperations', 'PendingFileRenameOperations2') {
        $renames = @(Get-RegistryValue 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager' $name)
        if ($renames -match '\\WinSxS\\Temp\\PendingRenames\\') { return 'Servicing file renames' }
    }
}

# Changes before a restart that servicing waits for could strand what it has staged. The presence of a key counts,
# not its content.
function Get-RestartStop {
    $servicing = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing'
    foreach ($name in 'RebootPending', 'RebootInProgress', 'PackagesPending') {
        if (-not (Test-Path -LiteralPath "$servicing\$name")) { continue }
        New-GuardStop -Code 13 -Reason 'restartPending' -Evidence @{ Cause = "Component Based Servicing\$name" }
    }
    # Browsers and security software rename files at restart all the time; servicing matters here.
    $manager = 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager'
    $renames = @(Get-RegistryValue -Path $manager -Name 'PendingFileRenameOperations')
    if ($renames -match '\\(WinSxS|servicing)\\') {
        New-GuardStop -Code 13 -Reason 'restartPending' -Evidence @{ Cause = 'PendingFileRenameOperations' }
    }
}

param($Windows)
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager'] = @{
    PendingFileRenameOperations = @(
        '\??\C:\Windows\WinSxS\Temp\PendingRenames\1.$$', '!\??\C:\Windows\System32\file.dll'
    )
}
@{
    Reason   = 'pending'
    HResult  = @()
    Evidence = @{ Causes = 'Servicing file renames'; FastStartup = $false; QueuedRenames = 2 }
}

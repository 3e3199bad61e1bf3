param($Windows)
# Browsers and virus scanners queue renames all the time; the key Pending is always there.
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager'] = @{
    PendingFileRenameOperations = @('\??\C:\Program Files\Browser\old.exe', '')
}
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Services\Pending'] = @{}
@{ Reason = ''; HResult = @(); Evidence = @{ FastStartup = $false; QueuedRenames = 1 } }

param($Windows)
# What netsh leaves behind after a reset: a setting that names no proxy.
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\Connections'] = @{
    WinHttpSettings = [byte[]] (0x18, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
}
@{ Reason = ''; HResult = @(); Evidence = @{ AllUsers = $false } }

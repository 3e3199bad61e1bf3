param($Windows)
# The length points beyond the end.
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\Connections'] = @{
    WinHttpSettings = [byte[]] (0x18, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0xff, 0, 0, 0, 0x61, 0x62)
}
@{ Reason = 'unreadable'; HResult = @(); Evidence = @{ AllUsers = $false; WinHttp = '?' } }

param($Windows)
# Left behind by a program that listened here and is gone.
$text = [Text.Encoding]::ASCII.GetBytes('127.0.0.1:8888')
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\Connections'] = @{
    WinHttpSettings = [byte[]] (@(0x18, 0, 0, 0, 7, 0, 0, 0, 3, 0, 0, 0) + [BitConverter]::GetBytes($text.Count) + $text + @(0, 0, 0, 0))
}
$Windows.Registry['HKLM:\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Internet Settings\Connections'] = @{ Other = 1 }
$Windows.Network.Closed = @('127.0.0.1:8888')
@{
    Reason   = 'unreachable'
    HResult  = @()
    Evidence = @{ AllUsers = $false; WinHttp = '127.0.0.1:8888' }
}

param($Windows)
# Two servers, of which one is down: WinHTTP has one that works. Names and passwords are no part of the address.
$text = [Text.Encoding]::ASCII.GetBytes('http=user:secret@down.example:3128;https=proxy.example:8080')
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\Connections'] = @{
    WinHttpSettings = [byte[]] (@(0x18, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0) + [BitConverter]::GetBytes($text.Count) + $text + @(0, 0, 0, 0))
}
$Windows.Network.Closed = @('down.example:3128')
@{
    Reason   = 'used'
    HResult  = @()
    Evidence = @{
        AllUsers  = $false
        Answering = 'WinHttp'
        WinHttp   = 'http=down.example:3128;https=proxy.example:8080'
    }
}

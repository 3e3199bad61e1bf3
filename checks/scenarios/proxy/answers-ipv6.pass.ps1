param($Windows)
# What a naive cut at the first colon would ask does not answer.
$text = [Text.Encoding]::ASCII.GetBytes('[2001:db8::1]:8080')
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\Connections'] = @{
    WinHttpSettings = [byte[]] (@(0x18, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0) + [BitConverter]::GetBytes($text.Count) + $text + @(0, 0, 0, 0))
}
$Windows.Network.Closed = @('[2001:80', '2001:80', '[2001:db8::1]:80')
@{ Reason = 'used'; Evidence = @{ Answering = 'WinHttp'; WinHttp = '[2001:db8::1]:8080' } }

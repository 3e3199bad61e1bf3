param($Windows)
# An address of the newer family in brackets, its port behind them.
$text = [Text.Encoding]::ASCII.GetBytes('http=[::1]:3128;https=[::1]:3129')
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\Connections'] = @{
    WinHttpSettings = [byte[]] (@(0x18, 0, 0, 0, 7, 0, 0, 0, 3, 0, 0, 0) + [BitConverter]::GetBytes($text.Count) + $text + @(0, 0, 0, 0))
}
$Windows.Registry['HKLM:\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Internet Settings\Connections'] = @{ Other = 1 }
$Windows.Network.Closed = @('::1:3128', '::1:3129')
@{ Reason = 'unreachable'; Evidence = @{ WinHttp = 'http=[::1]:3128;https=[::1]:3129' } }

param($Windows)
# A laptop at home: nobody there knows the name of the proxy, and no controller answers.
$text = [Text.Encoding]::ASCII.GetBytes('proxy.corp.example:8080')
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\Connections'] = @{
    WinHttpSettings = [byte[]] (@(0x18, 0, 0, 0, 7, 0, 0, 0, 3, 0, 0, 0) + [BitConverter]::GetBytes($text.Count) + $text + @(0, 0, 0, 0))
}
$Windows.Cim.Win32_ComputerSystem = [pscustomobject]@{ DomainRole = 1; PartOfDomain = $true; Domain = 'corp.example' }
$Windows.Network.Unresolved = @('proxy.corp.example', 'corp.example')
$Windows.Network.Closed = @('proxy.corp.example:8080', 'corp.example:389')
@{
    Reason   = 'away'
    HResult  = @()
    Evidence = @{ AllUsers = $false; Owner = 'corp.example'; WinHttp = 'proxy.corp.example:8080' }
}

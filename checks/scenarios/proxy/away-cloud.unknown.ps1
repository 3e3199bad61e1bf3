param($Windows)
# Joined to a cloud directory, which no controller tells from home.
$text = [Text.Encoding]::ASCII.GetBytes('proxy.corp.example:8080')
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\Connections'] = @{
    WinHttpSettings = [byte[]] (@(0x18, 0, 0, 0, 7, 0, 0, 0, 3, 0, 0, 0) + [BitConverter]::GetBytes($text.Count) + $text + @(0, 0, 0, 0))
}
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\CloudDomainJoin\JoinInfo\0A'] = @{ TenantId = '0' }
$Windows.Network.Closed = @('proxy.corp.example:8080')
@{
    Reason   = 'away'
    HResult  = @()
    Evidence = @{ AllUsers = $false; Owner = 'Microsoft Entra'; WinHttp = 'proxy.corp.example:8080' }
}

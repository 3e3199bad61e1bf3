function Get-ProxyOwner([string] $Server) {
    $member = Get-Membership
    $owner = @(if ($member.Domain) { $member.Domain } if ($member.IsCloudJoined) { 'Microsoft Entra' })
    foreach ($key in 'Policies\Microsoft', 'Microsoft' | ForEach-Object { "SOFTWARE\$_\Windows\CurrentVersion\Internet Settings" }) {
        foreach ($hive in 'HKLM:', 'HKCU:') { if (Get-RegistryValue "$hive\$key" 'AutoConfigURL') { $owner += 'AutoConfigURL' } }
        if ($key -like '*Policies*' -and (Get-RegistryValue "HKLM:\$key" 'ProxyServer')) { $owner += 'ProxyServer' }
    }
    $names = Get-ProxyEndpoint -Server $Server | ForEach-Object { $_.Name }
    $named = $names | Where-Object { $_ -as [ipaddress] -or (Resolve-DnsName -Name $_ -QuickTimeout -ErrorAction SilentlyContinue) }
    $isHome = $named -and $member.Domain -and (Test-TcpPort -HostName $member.Domain -Port 389 -TimeoutSeconds 3)
    if (-not $isHome) { $owner -join ', ' }
}

# Whose proxy it may be when it does not answer: an organisation's whose network this PC is not in now, as a text;
# nothing when it is nobody's, or when it is gone although the network is there.
function Get-ProxyOwner {
    param([Parameter(Mandatory)] [string] $Server)
    $settings = 'SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings'
    $policies = $settings.Replace('Microsoft\', 'Policies\Microsoft\')
    $owner = @(
        $membership = Get-Membership
        if ($membership.Domain) { $membership.Domain }
        if ($membership.IsCloudJoined) { 'Microsoft Entra' }
        if ($membership.Role -lt 0) { '?' }
        foreach ($key in "HKLM:\$policies", "HKCU:\$policies", "HKLM:\$settings", "HKCU:\$settings") {
            if (Get-RegistryValue -Path $key -Name 'AutoConfigURL') { 'AutoConfigURL' }
            if ($key -like '*Policies*' -and (Get-RegistryValue -Path $key -Name 'ProxyServer')) { 'ProxyServer' }
        }
    )
    if (-not $owner) { return }
    $named = $false
    foreach ($one in Get-ProxyEndpoint -Server $Server) {
        $address = $null
        $found = [ipaddress]::TryParse($one.Name, [ref] $address) -or
        (Resolve-DnsName -Name $one.Name -QuickTimeout -ErrorAction SilentlyContinue)
        if ($found) { $named = $true }
    }
    # Port 389: a controller of the domain answers, so this is its network.
    $isHome = $named -and $membership.Domain -and
    (Test-TcpPort -HostName $membership.Domain -Port 389 -TimeoutSeconds 3)
    if (-not $isHome) { ($owner | Select-Object -Unique) -join ', ' }
}

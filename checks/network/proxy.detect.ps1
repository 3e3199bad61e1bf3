param([string] $Endpoint)
# Searches use the proxy of WinHTTP, downloads that of the user as well. As SYSTEM that is the one of SYSTEM.
$settings = 'SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings'
$policy = "HKLM:\$($settings -replace 'Microsoft\\', 'Policies\Microsoft\')"
# With this policy there is one setting for all users.
$isShared = (Get-RegistryValue -Path $policy -Name 'ProxySettingsPerUser') -eq 0
$key = if ($isShared) { "HKLM:\$settings" } else { "HKCU:\$settings" }
$named = if ((Get-RegistryValue -Path $key -Name 'ProxyEnable') -eq 1) {
    Get-RegistryValue -Path $key -Name 'ProxyServer'
}
# 23 is a dialled connection, 53 a virtual adapter, as VPN clients make them. 1 is up.
$tunnels = @(Get-NetAdapter -ErrorAction SilentlyContinue |
        Where-Object { $_.InterfaceType -in 23, 53 -and $_.InterfaceOperationalStatus -eq 1 })
$machine = [string] (Get-WinHttpProxy)
# Names and passwords do not belong into a report.
$evidence = @{
    WinHttp   = $machine -replace '[^;=/\s]*@'
    User      = [string] $named -replace '[^;=/\s]*@'
    AllUsers  = $isShared
    Script    = [string] (Get-RegistryValue -Path $key -Name 'AutoConfigURL') -replace '[^;=/\s]*@'
    Vpn       = @($tunnels | ForEach-Object { $_.InterfaceDescription })
    Answering = @()
}
if ($machine -eq '?') { return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence }
if ($machine) {
    if (-not (Test-ProxyServer -Server $machine)) {
        $evidence['Owner'] = [string] (Get-ProxyOwner -Server $machine)
        if ($evidence.Owner) { return New-Finding -Status Unknown -Reason 'away' -Evidence $evidence }
        return New-Finding -Status Problem -Reason 'unreachable' -Evidence $evidence
    }
    $evidence['Answering'] += @('WinHttp')
}
if ($named) {
    if (-not (Test-ProxyServer -Server $named)) {
        return New-Finding -Status Unknown -Reason 'user-unreachable' -Evidence $evidence
    }
    $evidence['Answering'] += @('User')
}
# A script was not run here. WinHTTP reads none from a file or share, so that searches go out directly.
$isFile = $evidence.Script -match '^(f[iI]le:|[A-Za-z]:|\\\\)' -and -not $machine
if ($isFile -and -not (Test-TcpPort -HostName $Endpoint -Port 443)) {
    return New-Finding -Status Unknown -Reason 'file-script' -Evidence $evidence
}
if ($evidence.Script) { return New-Finding -Status Ok -Reason 'script' -Evidence $evidence }
if ($machine -or $named) { return New-Finding -Status Ok -Reason 'used' -Evidence $evidence }
if ($tunnels) { return New-Finding -Status Ok -Reason 'vpn' -Evidence $evidence }
New-Finding -Status Ok -Evidence $evidence

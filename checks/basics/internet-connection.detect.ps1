param([string[]] $Endpoints, [string] $HttpProbe)
# Endpoints first: an adapter without a gateway, or with an automatic address beside a good one, is often fine.
$reached = @()
$blocked = @()
$unresolved = @()
foreach ($endpoint in $Endpoints) {
    $hostName, $port = $endpoint -split ':'
    $address = Resolve-DnsName -Name $hostName -QuickTimeout -ErrorAction SilentlyContinue
    if (-not $address) {
        $unresolved += $endpoint
    }
    elseif (Test-TcpPort -HostName $hostName -Port $port -TimeoutSeconds 3) {
        $reached += $endpoint
    }
    else {
        $blocked += $endpoint
    }
}
$query = @{
    ClassName           = 'Win32_NetworkAdapterConfiguration'
    Filter              = 'IPEnabled = TRUE'
    OperationTimeoutSec = 30
}
$adapters = @(Get-CimInstance @query)
$addresses = @($adapters | ForEach-Object { $_.IPAddress } | Where-Object { $_ })
# A PC gives itself 169.254/16 and fe80::/10 when nobody hands one out.
$usable = @($addresses | Where-Object { $_ -notmatch '^169\.254\.' -and $_ -notmatch '^fe[89ab][0-9a-f]:' })
$evidence = @{
    Reached          = $reached
    Blocked          = $blocked
    Unresolved       = $unresolved
    Adapters         = $adapters.Count
    UsableAddresses  = $usable.Count
    AutomaticAddress = @($addresses | Where-Object { $_ -match '^169\.254\.' }).Count -gt 0
    Gateway          = @($adapters | Where-Object { $_.DefaultIPGateway }).Count -gt 0
    ProxyConfigured  = $false
    HttpAnswers      = $false
}
if ($blocked.Count + $unresolved.Count -eq 0) { return New-Finding -Status Ok -Evidence $evidence }
if (-not $usable) {
    $reason = if ($evidence.AutomaticAddress) { 'automatic-address' } else { 'no-address' }
    return New-Finding -Status Problem -Reason $reason -Evidence $evidence
}
# Behind a proxy a direct connection fails that Windows Update does not need. Byte 8: 2 stands for a named one.
$settings = 'SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings'
$winHttp = Get-RegistryValue -Path "HKLM:\$settings\Connections" -Name 'WinHttpSettings'
$named = $winHttp -and $winHttp.Count -gt 8 -and ($winHttp[8] -band 2)
$enabled = (Get-RegistryValue -Path "HKCU:\$settings" -Name 'ProxyEnable') -eq 1
$automatic = Get-RegistryValue -Path "HKCU:\$settings" -Name 'AutoConfigURL'
$evidence['ProxyConfigured'] = [bool] ($named -or $enabled -or $automatic)
$answer = Get-WebDate -Url $HttpProbe -TimeoutSeconds 5
# A portal answers too, but otherwise.
$evidence['HttpAnswers'] = $null -ne $answer -and $answer.Body -eq 'Microsoft Connect Test'
if ($evidence.ProxyConfigured) { return New-Finding -Status Unknown -Reason 'proxy' -Evidence $evidence }
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
if ((Get-UpdateServer).IsUsed) {
    # Such a network has no way out on purpose.
    if ((Get-RegistryValue -Path $policy -Name 'DoNotConnectToWindowsUpdateInternetLocations') -eq 1) {
        return New-Finding -Status Ok -Reason 'closed-network' -Evidence $evidence
    }
    return New-Finding -Status Unknown -Reason 'own-server' -Evidence $evidence
}
# A proxy that is found automatically passes requests on.
if (-not $reached -and $evidence.HttpAnswers) {
    return New-Finding -Status Unknown -Reason 'answers-indirectly' -Evidence $evidence
}
if ($reached) { return New-Finding -Status Problem -Reason 'partly-blocked' -Evidence $evidence }
if (-not $blocked) {
    return New-Finding -Status Problem -Reason 'names-unresolved' -Evidence $evidence
}
New-Finding -Status Problem -Reason 'blocked' -Evidence $evidence

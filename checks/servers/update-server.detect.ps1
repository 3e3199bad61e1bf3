$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$named = Get-UpdateServer
$server = $named.Address
$useServer = $named.IsUsed
$kinds = 'Feature', 'Quality', 'Driver', 'Other' | ForEach-Object { "SetPolicyDrivenUpdateSourceFor${_}Updates" }
$sources = @($kinds | ForEach-Object { Get-RegistryValue -Path $policy -Name $_ } | Where-Object { $null -ne $_ })
$sourcesApply = (Get-RegistryValue -Path "$policy\AU" -Name 'UseUpdateClassPolicySource') -eq 1
$internet = Get-RegistryValue -Path $policy -Name 'DoNotConnectToWindowsUpdateInternetLocations'
$enrolments = 'HKLM:\SOFTWARE\Microsoft\Enrollments'
$managers = @(Get-SubkeyName -Path $enrolments | Where-Object {
        (Get-RegistryValue -Path "$enrolments\$_" -Name 'EnrollmentState') -eq 1
    } | ForEach-Object { Get-RegistryValue -Path "$enrolments\$_" -Name 'ProviderID' } | Where-Object { $_ })
$agent = 'HKLM:\SYSTEM\CurrentControlSet\Services\CcmExec'
if (Test-Path -LiteralPath $agent) { $managers += 'Configuration Manager' }
$evidence = @{
    ServedBy          = if ($useServer) { 'WSUS' } else { 'Windows Update' }
    Server            = $server
    AlternateServer   = [string] (Get-RegistryValue -Path $policy -Name 'UpdateServiceUrlAlternate')
    InternetForbidden = $internet -eq 1
    AutomaticUpdates  = (Get-RegistryValue -Path "$policy\AU" -Name 'NoAutoUpdate') -ne 1
    SourcePolicies    = $sources.Count
    Managers          = $managers
    Services          = @()
}
# Those of an MDM apply by themselves.
$mobile = 'HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update'
$applied = $sources
if (-not $sourcesApply) { $applied = $kinds | ForEach-Object { Get-RegistryValue -Path $mobile -Name $_ } }
if ($useServer -and $applied -contains 0) { $evidence['ServedBy'] = 'WSUS and Windows Update' }
$reason = $null
if ((Get-RegistryValue -Path $policy -Name 'DisableWindowsUpdateAccess') -eq 1) { $reason = 'access-disabled' }
elseif ($sources.Count -gt 0 -and -not $sourcesApply) { $reason = 'sources-ignored' }
elseif ($sources.Count -in 1, 2, 3) { $reason = 'sources-partial' }
elseif ($sources -contains 1 -and -not $useServer) { $reason = 'sources-without-server' }
elseif ($useServer -and -not $server) { $reason = 'server-missing' }
if ($reason) { return New-Finding -Status Problem -Reason $reason -Evidence $evidence }
if ($useServer) {
    if ($server -notmatch '^(https?)://([^/:\s\[\]]+|\[[0-9a-f:]+\])(?::(\d{1,5}))?(/\S*[^/\s])?$') {
        return New-Finding -Status Problem -Reason 'server-malformed' -Evidence $evidence
    }
    $port = if ($Matches[3]) { [int] $Matches[3] } elseif ($Matches[1] -eq 'https') { 443 } else { 80 }
    if (-not (Test-TcpPort -HostName $Matches[2].Trim('[]') -Port $port -TimeoutSeconds 5)) {
        return New-Finding -Status Problem -Reason 'server-unreachable' -Evidence $evidence
    }
}
# The list is local: an empty one means a damaged store.
try {
    $manager = New-Object -ComObject 'Microsoft.Update.ServiceManager'
    $evidence['Services'] = @($manager.Services | ForEach-Object {
            '{0} default={1} managed={2}' -f $_.ServiceID, $_.IsDefaultAUService, $_.IsManaged
        })
}
catch {
    $code = '0x{0:X8}' -f $_.Exception.GetBaseException().HResult
    return New-Finding -Status Unknown -Reason 'agent-silent' -Evidence $evidence -HResult $code
}
if ($evidence.Services.Count -eq 0) {
    return New-Finding -Status Problem -Reason 'no-service' -Evidence $evidence
}
$reason = if ($managers) { 'by-manager' } else { 'by-windows-update' }
if ($useServer) { $reason = if ($evidence.ServedBy -eq 'WSUS') { 'by-server' } else { 'by-both' } }
New-Finding -Status Ok -Reason $reason -Evidence $evidence

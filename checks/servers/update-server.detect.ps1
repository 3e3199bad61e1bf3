$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$named = Get-UpdateServer
$server = $named.Address
$useServer = $named.IsUsed
$sources = @('Feature', 'Quality', 'Driver', 'Other' | ForEach-Object {
        Get-RegistryValue -Path $policy -Name "SetPolicyDrivenUpdateSourceFor${_}Updates"
    } | Where-Object { $null -ne $_ })
$sourcesApply = (Get-RegistryValue -Path "$policy\AU" -Name 'UseUpdateClassPolicySource') -eq 1
$internet = Get-RegistryValue -Path $policy -Name 'DoNotConnectToWindowsUpdateInternetLocations'
# Who manages the PC decides on repairs too.
$enrolments = 'HKLM:\SOFTWARE\Microsoft\Enrollments'
$managers = @(Get-SubkeyName -Path $enrolments | Where-Object {
        (Get-RegistryValue -Path "$enrolments\$_" -Name 'EnrollmentState') -eq 1
    } | ForEach-Object { Get-RegistryValue -Path "$enrolments\$_" -Name 'ProviderID' } | Where-Object { $_ })
$client = 'HKLM:\SYSTEM\CurrentControlSet\Services\CcmExec'
if (Test-Path -LiteralPath $client) { $managers += 'Configuration Manager' }
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
if ($useServer -and $sourcesApply -and $sources -contains 0) {
    $evidence['ServedBy'] = 'WSUS and Windows Update'
}
if ((Get-RegistryValue -Path $policy -Name 'DisableWindowsUpdateAccess') -eq 1) {
    return New-Finding -Status Problem -Reason 'access-disabled' -Evidence $evidence
}
if ($sources.Count -gt 0 -and -not $sourcesApply) {
    return New-Finding -Status Problem -Reason 'sources-ignored' -Evidence $evidence
}
if ($sources.Count -in 1, 2, 3) {
    return New-Finding -Status Problem -Reason 'sources-partial' -Evidence $evidence
}
if ($sources -contains 1 -and -not $useServer) {
    return New-Finding -Status Problem -Reason 'sources-without-server' -Evidence $evidence
}
if ($useServer) {
    if (-not $server) {
        return New-Finding -Status Problem -Reason 'server-missing' -Evidence $evidence
    }
    if ($server -notmatch '^(https?)://([^/:\s\[\]]+|\[[0-9a-f:]+\])(?::(\d{1,5}))?(/\S*[^/\s])?$') {
        return New-Finding -Status Problem -Reason 'server-malformed' -Evidence $evidence
    }
    $port = if ($Matches[3]) { [int] $Matches[3] } elseif ($Matches[1] -eq 'https') { 443 } else { 80 }
    if (-not (Test-TcpPort -HostName $Matches[2].Trim('[]') -Port $port -TimeoutSeconds 5)) {
        return New-Finding -Status Problem -Reason 'server-unreachable' -Evidence $evidence
    }
}
# The list is local and contacts nobody: an empty one means a damaged store.
try {
    $manager = New-Object -ComObject 'Microsoft.Update.ServiceManager'
    $evidence['Services'] = @($manager.Services | ForEach-Object {
            '{0} default={1} managed={2}' -f $_.ServiceID, $_.IsDefaultAUService, $_.IsManaged
        })
}
catch {
    $failure = if ($_.Exception.InnerException) { $_.Exception.InnerException } else { $_.Exception }
    $code = '0x{0:X8}' -f $failure.HResult
    return New-Finding -Status Unknown -Reason 'agent-silent' -Evidence $evidence -HResult $code
}
if ($evidence.Services.Count -eq 0) {
    return New-Finding -Status Problem -Reason 'no-service' -Evidence $evidence
}
$reason = if ($managers) { 'by-manager' } else { 'by-windows-update' }
if ($useServer) { $reason = if ($evidence.ServedBy -eq 'WSUS') { 'by-server' } else { 'by-both' } }
New-Finding -Status Ok -Reason $reason -Evidence $evidence

param([int] $Days, [string[]] $Features)
# This class answers without elevation, unlike Get-WindowsOptionalFeature. 1 is enabled.
$query = @{ ClassName = 'Win32_OptionalFeature'; Filter = 'InstallState=1'; OperationTimeoutSec = 60 }
try { $enabled = @(Get-CimInstance @query | ForEach-Object { $_.Name } | Where-Object { $_ -in $Features }) }
catch { return New-Finding -Status Unknown -Reason 'unreadable' -Evidence @{ Error = $_.Exception.GetType().Name } }
$evidence = @{ Features = $enabled }
if ($enabled -and (Test-FailedUpgrade -Days $Days -Provider 'Microsoft-Windows-WindowsUpdateClient')) {
    return New-Finding -Status Problem -Reason 'after-failure' -Evidence $evidence
}
New-Finding -Status Ok -Evidence $evidence

param([int] $Days)
if (-not (Test-FailedUpgrade -Days $Days -Provider 'Microsoft-Windows-WindowsUpdateClient')) {
    return New-Finding -Status NotApplicable -Reason 'no-failure'
}
# The firmware cannot be read; what is plugged in can.
$query = @{ ClassName = 'Win32_DiskDrive'; Filter = "InterfaceType='USB'"; OperationTimeoutSec = 10 }
$drives = @(Get-CimInstance @query | ForEach-Object { $_.Model })
if ($drives) { return New-Finding -Status Problem -Reason 'storage' -Evidence @{ Drives = $drives } }
New-Finding -Status Unknown -Reason 'look'

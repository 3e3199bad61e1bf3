param([int] $Days)
$evidence = @{ Drive = $env:SystemDrive; Encrypted = $null; RecoveryOn = $null }
# This class answers to administrators alone, and not on every edition.
try {
    $query = @{ Namespace = 'root\CIMV2\Security\MicrosoftVolumeEncryption'; ClassName = 'Win32_EncryptableVolume' }
    $volume = Get-CimInstance @query -Filter "DriveLetter='$env:SystemDrive'" -OperationTimeoutSec 30
    $evidence['Encrypted'] = @($volume | Where-Object { $_.ProtectionStatus -eq 1 }).Count -gt 0
}
catch { $evidence['Error'] = $_.Exception.GetType().Name }
$agent = Join-Path -Path $env:SystemRoot -ChildPath 'System32\Recovery\ReAgent.xml'
try { $state = Select-Xml -LiteralPath $agent -XPath '//InstallState/@state' | ForEach-Object { $_.Node.Value } }
catch { $state = '' }
if ("$state" -notmatch '^[01]$') { return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence }
$evidence['RecoveryOn'] = $state -eq '1'
# Many PCs do well without the recovery environment until an upgrade has failed.
$client = 'Microsoft-Windows-WindowsUpdateClient'
if (-not $evidence.RecoveryOn -and (Test-FailedUpgrade -Days $Days -Provider $client)) {
    return New-Finding -Status Problem -Reason 'recovery-off' -Evidence $evidence
}
$reason = if ($evidence.Encrypted) { 'encrypted' }
New-Finding -Status Ok -Reason $reason -Evidence $evidence

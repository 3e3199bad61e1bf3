param([int] $Days, [string[]] $DownloadCodes)
# What the last Setup ended with, until the PC restarts.
$code = Get-RegistryValue -Path 'HKLM:\SYSTEM\Setup\MoSetup\Volatile' -Name 'BoxResult'
$evidence = @{ Result = if ($code) { '0x{0:X8}' -f $code } }
if ($evidence.Result -in $DownloadCodes) {
    return New-Finding -Status Problem -Reason 'download-failed' -Evidence $evidence -HResult $evidence.Result
}
if (Test-FailedUpgrade -Days $Days -Provider 'Microsoft-Windows-WindowsUpdateClient') {
    return New-Finding -Status Unknown -Reason 'not-recorded' -Evidence $evidence
}
New-Finding -Status NotApplicable -Reason 'no-failure' -Evidence $evidence

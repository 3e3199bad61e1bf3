# What servicing has noted; a scan takes minutes and belongs to the repair.
try { $state = Get-ImageHealth }
catch {
    # ERROR_ELEVATION_REQUIRED is what the caller has words for.
    if ($_.Exception.HResult -eq -2147024156) { throw }
    $code = '0x{0:X8}' -f $_.Exception.HResult
    return New-Finding -Status Unknown -Reason 'unreadable' -Evidence @{ Code = $code } -HResult $code
}
$evidence = @{ State = $state; Files = @(); Code = '0x00000000'; Server = '' }
if ($evidence.State -eq 'NonRepairable') {
    return New-Finding -Status Problem -Reason 'store-lost' -Evidence $evidence
}
if ($evidence.State -notin 'Healthy', 'Repairable') {
    return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence
}
# The log is English in every language; Windows gives an older part of it another name.
$folder = Join-Path -Path $env:SystemRoot -ChildPath 'Logs\CBS'
$logs = @(Get-ChildItem -LiteralPath $folder -Filter '*.log' -ErrorAction SilentlyContinue |
        Sort-Object -Property LastWriteTimeUtc | Select-Object -Last 2)
$told = '\[SR\] |\[Pnp\] |SFP repair object|System Update Readiness|\(p\)\t|Operation(?: result)?: '
$lines = @(Read-LogLine -Path @($logs | ForEach-Object { $_.FullName }) -Pattern $told -TimeoutSeconds 45)
$files = @{}
$noted = @{}
$isWhole = $false
$isRepair = $false
$lost = @()
$operation = ''
foreach ($line in $lines) {
    # A run of SFC has some 230 transactions of 100 components. Only one that came to the last, which is smaller,
    # has looked at what an earlier run noted.
    if ($line -match 'SFP repair object' -or ($isWhole -and $line -match '\[SR\] Verifying \d')) {
        $noted = @{}
        $isWhole = $isRepair = $false
    }
    if ($line -match '\[SR\] Verifying (\d+) component' -and [int] $Matches[1] -lt 100) { $isWhole = $true }
    elseif ($line -match '\[SR\] Verify complete' -and $isWhole) { $files = $noted }
    elseif ($line -match '\[SR\] Repairing \d+ component') {
        # Names once more what it cannot repair.
        $noted = @{}
        $isRepair = $true
    }
    elseif ($line -match '\[SR\] Repair complete' -and $isRepair) { $files = $noted }
    elseif ($line -match '\[SR\] Cannot repair member file \[[^]]*\]["''](?<Name>[^"'']+)') {
        $name = $Matches.Name
        $files[$name] = $noted[$name] = $true
    }
    # Drivers come after the last transaction.
    elseif ($line -match '\[Pnp\] Corrupt file: (?<Name>\S.*)') {
        $name = $Matches.Name
        $files[$name] = $true
    }
    elseif ($line -match '\[Pnp\] Repaired file: (?<Name>\S.*)') { $files.Remove($Matches.Name) }
    elseif ($line -match 'Checking System Update Readiness') {
        $lost = @()
        $operation = ''
        $evidence['Code'] = '0x00000000'
    }
    elseif ($line -match '\(p\)\t[^\t]+\t\(\w\)\t+(?!\(Fixed\))(?<Name>\S.*)') { $lost += $Matches.Name }
    elseif ($line -match 'Operation: (?<Name>\S.*\S)') { $operation = $Matches.Name }
    elseif ($operation -eq 'Detect and Repair' -and $line -match 'Operation result: (?<Name>0x[8C][0-9A-F]{7})') {
        $evidence['Code'] = $Matches.Name
    }
}
$evidence['Files'] = @($files.Keys | Sort-Object | Select-Object -First 10)
if ($evidence.State -eq 'Repairable') {
    if ($evidence.Code -eq '0x00000000') {
        # DISM asks the update server, unless the policy for repairs sends it elsewhere (2: to Windows Update).
        $server = Get-UpdateServer
        $servicing = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\Servicing'
        if ($server.IsUsed -and
            (Get-RegistryValue -Path $servicing -Name 'RepairContentServerSource') -ne 2 -and
            -not (Get-RegistryValue -Path $servicing -Name 'LocalSourcePath')) {
            $evidence['Server'] = $server.Address
            return New-Finding -Status Problem -Reason 'store-from-server' -Evidence $evidence
        }
        return New-Finding -Status Problem -Reason 'store-damaged' -Evidence $evidence
    }
    # Copies below "r" lead to an older version: a PC that lacked nothing else stayed "repairable" for good.
    $needed = @($lost -notmatch '^[^\\]+\\r\\')
    if ($evidence.Code -ne '0x800F0915' -or $lost.Count -eq 0 -or $needed.Count -gt 0) {
        return New-Finding -Status Problem -Reason 'store-unmended' -Evidence $evidence -HResult $evidence.Code
    }
}
if ($files.Count -gt 0) { return New-Finding -Status Problem -Reason 'files-damaged' -Evidence $evidence }
$reason = if ($evidence.State -eq 'Repairable') { 'only-spares' } else { 'none-noted' }
New-Finding -Status Ok -Reason $reason -Evidence $evidence

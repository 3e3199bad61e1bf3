param([int] $Days)
$list = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList'
# Accounts of people; services have short identifiers.
$sids = @(Get-SubkeyName -Path $list | Where-Object { $_ -match '^S-1-(5-21|12-1)-' })
if (-not (Test-Path -LiteralPath $list)) { return New-Finding -Status Unknown -Reason 'unreadable' }
# Windows puts .bak behind a profile that it cannot load and uses a temporary one (0x800).
$broken = @($sids | Where-Object { $_ -notlike '*.bak' -and "$_.bak" -in $sids -and
        ((Get-RegistryValue -Path "$list\$_" -Name 'State') -band 0x800) })
$broken += @($sids | Where-Object { $_ -like '*.bak' -and $_ -replace '\.bak$' -notin $sids })
$leftovers = @($sids | Where-Object {
        $folder = Get-RegistryValue -Path "$list\$_" -Name 'ProfileImagePath'
        $_ -notin $broken -and ($_ -like '*.bak' -or -not $folder -or -not (Test-Path -LiteralPath $folder))
    })
# Two accounts in one folder are left of a move to another account or PC.
$folders = @($sids | Where-Object { $_ -notlike '*.bak' } |
        ForEach-Object { Get-RegistryValue -Path "$list\$_" -Name 'ProfileImagePath' } | Where-Object { $_ })
$shared = @($folders | Group-Object | Where-Object { $_.Count -gt 1 } | ForEach-Object { $_.Name })
$letters = @($folders -match '[^\x20-\x7e]' | Select-Object -Unique)
$evidence = @{ Profiles = $sids.Count; Broken = $broken; Leftovers = $leftovers; Shared = $shared }
$evidence['Letters'] = $letters
if ($broken) { return New-Finding -Status Problem -Reason 'temporary' -Evidence $evidence }
$client = 'Microsoft-Windows-WindowsUpdateClient'
if (($leftovers -or $shared -or $letters) -and (Test-FailedUpgrade -Days $Days -Provider $client)) {
    if ($shared) { return New-Finding -Status Problem -Reason 'shared' -Evidence $evidence }
    if ($leftovers) { return New-Finding -Status Problem -Reason 'after-failure' -Evidence $evidence }
    return New-Finding -Status Ok -Reason 'letters' -Evidence $evidence
}
New-Finding -Status Ok -Evidence $evidence

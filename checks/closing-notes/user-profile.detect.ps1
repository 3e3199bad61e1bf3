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
$evidence = @{ Profiles = $sids.Count; Broken = $broken; Leftovers = $leftovers }
if ($broken) { return New-Finding -Status Problem -Reason 'temporary' -Evidence $evidence }
if ($leftovers -and (Test-FailedUpgrade -Days $Days)) {
    return New-Finding -Status Problem -Reason 'after-failure' -Evidence $evidence
}
New-Finding -Status Ok -Evidence $evidence

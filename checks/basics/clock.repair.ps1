param([string[]] $Witnesses, [string] $Floor, [int] $ServiceLimitSeconds)
$membership = Get-Membership
# 4 and 5: a domain controller. A step of its clock reaches every member: a person decides that.
if ($membership.Role -ge 4) { return }
$service = 'HKLM:\SYSTEM\CurrentControlSet\Services\W32Time'
$syncType = Get-RegistryValue -Path "$service\Parameters" -Name 'Type'
if ((Get-RegistryValue -Path $service -Name 'Start') -eq 4) {
    Set-ServiceStartType -Name 'W32Time' -StartType 'demand'
}
$clockSet = $false
if ($membership.Role -in 0, 2 -and -not $membership.IsCloudJoined) {
    # The time service of a standalone PC leaves an offset beyond its limit (15 hours by default) alone, and
    # any while synchronisation is off.
    $toAdd = (Get-ClockOffset -Witness $Witnesses -Floor $Floor).Offset
    $isBehind = $null -ne $toAdd -and $toAdd.Ticks -gt 0
    $name = if ($isBehind) { 'MaxPosPhaseCorrection' } else { 'MaxNegPhaseCorrection' }
    $limit = Get-RegistryValue -Path "$service\Config" -Name $name
    if ($null -eq $limit) { $limit = $ServiceLimitSeconds }
    # 0xFFFFFFFF stands for no limit and reads as -1.
    $tooLarge = $null -ne $toAdd -and $limit -ge 0 -and $toAdd.Duration().TotalSeconds -gt $limit
    if ($tooLarge -or ($null -ne $toAdd -and $syncType -eq 'NoSync')) {
        $clockSet = Set-SystemClock -Witness $Witnesses -Floor $Floor
    }
    if ($syncType -eq 'NoSync') { return }
}
Start-StoppedService -Name 'W32Time'
$policy = Get-RegistryValue -Path 'HKLM:\SOFTWARE\Policies\Microsoft\W32Time\Parameters' -Name 'Type'
if ($membership.Role -in 1, 3 -and $null -eq $policy -and $syncType -notin 'NT5DS', 'AllSync') {
    $domain = '/config', '/syncfromflags:domhier', '/update'
    $null = Invoke-RepairTool -Tool 'w32tm' -ArgumentList $domain -TimeoutSeconds 60
}
try {
    $null = Invoke-RepairTool -Tool 'w32tm' -ArgumentList '/resync', '/rediscover' -TimeoutSeconds 120
}
catch {
    # Where UDP port 123 is closed there is no answer, but the clock was just set over the web.
    if (-not $clockSet) { throw }
}

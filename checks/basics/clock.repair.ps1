param([string[]] $Urls, [int] $ServiceLimitSeconds)
$computer = Get-CimInstance -ClassName Win32_ComputerSystem -OperationTimeoutSec 30
# 4 and 5: a domain controller. A step of its clock reaches every member: a person decides that.
if ($computer.DomainRole -ge 4) { return }
$member = $computer.DomainRole -in 1, 3
$service = 'HKLM:\SYSTEM\CurrentControlSet\Services\W32Time'
$syncType = Get-RegistryValue -Path "$service\Parameters" -Name 'Type'
if ((Get-RegistryValue -Path $service -Name 'Start') -eq 4) {
    Set-ServiceStartType -Name 'W32Time' -StartType 'demand'
}
$clockSet = $false
if (-not $member) {
    # The time service of a standalone PC leaves an offset beyond its limit (15 hours by default) alone, and
    # any while synchronisation is off.
    $offset = $null
    foreach ($url in $Urls) {
        $answer = Get-WebDate -Url $url -TimeoutSeconds 5
        if ($null -eq $answer) { continue }
        $difference = $answer.RemoteUtc - $answer.LocalUtc
        if ($null -eq $offset -or $difference.Duration() -lt $offset.Duration()) { $offset = $difference }
    }
    if ($null -ne $offset) {
        $name = if ($offset.Ticks -gt 0) { 'MaxPosPhaseCorrection' } else { 'MaxNegPhaseCorrection' }
        $limit = Get-RegistryValue -Path "$service\Config" -Name $name
        if ($null -eq $limit) { $limit = $ServiceLimitSeconds }
        # 0xFFFFFFFF stands for no limit and reads as -1.
        $tooLarge = $limit -ge 0 -and $offset.Duration().TotalSeconds -gt $limit
        if ($tooLarge -or $syncType -eq 'NoSync') {
            Set-SystemClock -Offset $offset
            $clockSet = $true
        }
    }
    if ($syncType -eq 'NoSync') { return }
}
Start-StoppedService -Name 'W32Time'
$policy = Get-RegistryValue -Path 'HKLM:\SOFTWARE\Policies\Microsoft\W32Time\Parameters' -Name 'Type'
if ($member -and $null -eq $policy -and $syncType -notin 'NT5DS', 'AllSync') {
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

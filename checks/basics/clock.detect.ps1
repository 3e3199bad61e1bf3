param([string[]] $Witnesses, [string] $Floor, [int] $LimitMinutes, [int] $NoticeMinutes)
$service = 'HKLM:\SYSTEM\CurrentControlSet\Services\W32Time'
$now = (Get-Date).ToUniversalTime()
$membership = Get-Membership
$evidence = @{
    LocalUtc      = $now.ToString('s') + 'Z'
    TimeZone      = [TimeZoneInfo]::Local.Id
    SyncType      = Get-RegistryValue -Path "$service\Parameters" -Name 'Type'
    SyncDisabled  = (Get-RegistryValue -Path $service -Name 'Start') -eq 4
    OffsetSeconds = $null
    OffsetMinutes = $null
    Source        = $null
    Answers       = @()
}
# Who belongs to a domain or a cloud directory has a time source of its own, which comes first.
$own = $membership.Domain
if ($membership.IsCloudJoined -and -not $own) {
    $own = ([string] (Get-RegistryValue -Path "$service\Parameters" -Name 'NtpServer')) -replace '[, ].*$'
}
$toAdd = if ($own) { Get-SourceOffset -Server $own }
if ($null -ne $toAdd) { $evidence['Source'] = $own }
else {
    $answer = Get-ClockOffset -Witness $Witnesses -Floor $Floor
    $toAdd = $answer.Offset
    $evidence['Answers'] = $answer.Answers
    $evidence['Source'] = @($answer.Answers -replace ' .*') -join ', '
    $evidence['Floor'] = $answer.Floor.ToString('s') + 'Z'
    # A clock before the day this Windows was built or installed is wrong, whoever answers.
    if ($null -eq $toAdd -and $now.AddDays(1) -lt $answer.Floor) {
        return New-Finding -Status Problem -Reason 'before-windows' -Evidence $evidence
    }
    $policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
    $isBarred = (Get-RegistryValue -Path $policy -Name 'DoNotConnectToWindowsUpdateInternetLocations') -eq 1
    if ($null -eq $toAdd -and $answer.Reason -eq 'no-witness' -and $isBarred) {
        return New-Finding -Status Ok -Reason 'closed-network' -Evidence $evidence
    }
    if ($null -eq $toAdd) { return New-Finding -Status Unknown -Reason $answer.Reason -Evidence $evidence }
}
$evidence['Actual'] = ($now + $toAdd).ToString('s') + 'Z'
$evidence['OffsetSeconds'] = -[math]::Round($toAdd.TotalSeconds)
$evidence['OffsetMinutes'] = [math]::Round($toAdd.Duration().TotalMinutes)
if ($toAdd.Duration().TotalMinutes -gt $LimitMinutes) {
    $reason = if ($toAdd.Ticks -lt 0) { 'ahead' } else { 'behind' }
    # Years behind is what a clock shows whose battery is empty, after each time without power.
    if ($toAdd.TotalDays -gt 365) { $reason = 'years-behind' }
    # A step of its clock would reach every member of the domain, so it is never repaired here.
    if ($membership.Role -ge 4) { $reason = 'domain-controller' }
    return New-Finding -Status Problem -Reason $reason -Evidence $evidence
}
if ($toAdd.Duration().TotalMinutes -gt $NoticeMinutes) {
    return New-Finding -Status Ok -Reason 'small-offset' -Evidence $evidence
}
New-Finding -Status Ok -Evidence $evidence

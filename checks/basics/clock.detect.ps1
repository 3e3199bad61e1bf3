param([string[]] $Urls, [int] $LimitMinutes, [int] $NoticeMinutes)
$service = 'HKLM:\SYSTEM\CurrentControlSet\Services\W32Time'
$now = (Get-Date).ToUniversalTime()
$evidence = @{
    LocalUtc      = $now.ToString('s') + 'Z'
    TimeZone      = [TimeZoneInfo]::Local.Id
    SyncType      = Get-RegistryValue -Path "$service\Parameters" -Name 'Type'
    SyncDisabled  = (Get-RegistryValue -Path $service -Name 'Start') -eq 4
    OffsetSeconds = $null
    OffsetMinutes = $null
    Source        = $null
}
# Plain HTTP, since a wrong clock breaks HTTPS. A cache may answer with an old date: the nearest one decides.
$offset = $null
foreach ($url in $Urls) {
    $answer = Get-WebDate -Url $url -TimeoutSeconds 5
    if ($null -eq $answer) { continue }
    $difference = $answer.LocalUtc - $answer.RemoteUtc
    if ($null -ne $offset -and $difference.Duration() -ge $offset.Duration()) { continue }
    $offset = $difference
    $evidence['Source'] = $url
    if ($offset.Duration().TotalMinutes -le $NoticeMinutes) { break }
}
if ($null -eq $offset) {
    # No witness. A clock before the day this Windows was built or installed is wrong nevertheless.
    $kernel = Join-Path -Path $env:SystemRoot -ChildPath 'System32\ntoskrnl.exe'
    $floor = (Get-Item -LiteralPath $kernel).LastWriteTimeUtc
    $version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $installed = Get-RegistryValue -Path $version -Name 'InstallDate'
    if ($installed) {
        $installedUtc = [DateTimeOffset]::FromUnixTimeSeconds($installed).UtcDateTime
        if ($installedUtc -gt $floor) { $floor = $installedUtc }
    }
    $evidence['Floor'] = $floor.ToString('s') + 'Z'
    if ($now.AddDays(1) -lt $floor) {
        return New-Finding -Status Problem -Reason 'before-windows' -Evidence $evidence
    }
    return New-Finding -Status Unknown -Reason 'no-witness' -Evidence $evidence
}
$evidence['OffsetSeconds'] = [math]::Round($offset.TotalSeconds)
$evidence['OffsetMinutes'] = [math]::Round($offset.Duration().TotalMinutes)
if ($offset.Duration().TotalMinutes -gt $LimitMinutes) {
    $reason = if ($offset.Ticks -gt 0) { 'ahead' } else { 'behind' }
    # A step of its clock would reach every member of the domain, so it is never repaired here.
    $computer = Get-CimInstance -ClassName Win32_ComputerSystem -ErrorAction SilentlyContinue
    if ($computer -and $computer.DomainRole -ge 4) { $reason = 'domain-controller' }
    return New-Finding -Status Problem -Reason $reason -Evidence $evidence
}
if ($offset.Duration().TotalMinutes -gt $NoticeMinutes) {
    return New-Finding -Status Ok -Reason 'small-offset' -Evidence $evidence
}
New-Finding -Status Ok -Evidence $evidence

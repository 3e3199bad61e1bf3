# How far the clock is off, as two independent witnesses agree: { Offset (what to add; nothing without agreement),
# Reason, Floor, Answers }. A witness is "<url>#<status>+<body>", "+" for blanks: a server that answers otherwise,
# such as a portal, is none, and each belongs to another operator. No time before Windows was built or installed,
# or before the checklist was read last, can be right, nor one twenty years later.
function Get-ClockOffset {
    param([Parameter(Mandatory)] [string[]] $Witness, [Parameter(Mandatory)] [string] $Floor)
    $culture = [cultureinfo]::InvariantCulture
    $floorUtc = [datetime]::SpecifyKind([datetime]::ParseExact($Floor, 'yyyy-MM-dd', $culture), 'Utc')
    $kernel = Get-Item -LiteralPath "$env:SystemRoot\System32\ntoskrnl.exe" -ErrorAction SilentlyContinue
    $version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $installed = Get-RegistryValue -Path $version -Name 'InstallDate'
    $dates = @(
        if ($kernel) { $kernel.LastWriteTimeUtc }
        if ($installed) { [DateTimeOffset]::FromUnixTimeSeconds($installed).UtcDateTime }
    )
    foreach ($date in $dates) { if ($date -gt $floorUtc) { $floorUtc = $date } }
    $result = [pscustomobject]@{ Offset = $null; Reason = 'no-witness'; Floor = $floorUtc; Answers = @() }
    $seen = @{}
    foreach ($one in $Witness) {
        $url, $status, $body = $one -replace '[#+]', ' ' -split ' ', 3
        $answer = Get-WebDate -Url $url -TimeoutSeconds 5
        if (-not $answer) { continue }
        $server = ([uri] $url).Host
        $result.Answers += "$server $($answer.Status) $($answer.RemoteUtc.ToString('s', $culture))Z"
        if ($answer.Status -ne $status -or $answer.Body -cne "$body") { continue }
        $isPossible = $answer.RemoteUtc -ge $floorUtc -and $answer.RemoteUtc -le $floorUtc.AddYears(20)
        if (-not $isPossible) {
            $result.Reason = 'impossible-time'
            continue
        }
        $seen[$server] = $answer.RemoteUtc - $answer.LocalUtc
    }
    # Those that agree within a minute.
    foreach ($first in $seen.Keys) {
        $same = @($seen.Values | Where-Object {
                ($_ - $seen[$first]).Duration().TotalSeconds -le 60
            })
        if ($same.Count -ge 2 -and 2 * $same.Count -gt $seen.Count) {
            $result.Offset = $seen[$first]
            $result.Reason = ''
            return $result
        }
    }
    if ($seen.Count -eq 1) { $result.Reason = 'one-witness' }
    if ($seen.Count -gt 1) { $result.Reason = 'witnesses-disagree' }
    $result
}

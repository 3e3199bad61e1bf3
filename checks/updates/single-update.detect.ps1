param(
    [int] $Days, [int] $Attempts, [string] $Catalog,
    [string[]] $Recovery, [string[]] $FalseAlarms, [string] $RecoveryType, [string[]] $CodeKinds
)
try {
    $session = New-Object -ComObject 'Microsoft.Update.Session'
    $searcher = $session.CreateUpdateSearcher()
    # Asking for more than there is, or for none, is an error.
    $count = [math]::Min($searcher.GetTotalHistoryCount(), 200)
    $entries = @(if ($count -gt 0) { $searcher.QueryHistory(0, $count) })
}
catch {
    $code = '0x{0:X8}' -f $_.Exception.GetBaseException().HResult
    return New-Finding -Status Unknown -Reason 'history-unreadable' -Evidence @{ Code = $code } -HResult $code
}
# Updates whose attempts all failed since the last success: { Times, Code, Date }.
$open = @{}
foreach ($entry in $entries | Sort-Object -Property Date) {
    $title = [string] $entry.Title
    if ($entry.Operation -ne 1 -or (Test-StoreApp -Service $entry.ServiceID -Title $title)) { continue }
    if (-not $title) { $title = '-' }
    $name = if ($title -match 'KB\d{6,8}') { $Matches[0] } else { $title }
    $like = Get-UpdateSubject -Title $title
    if ($entry.ResultCode -in 2, 3) {
        foreach ($key in @($open.Keys)) { if ($open[$key].Like -eq $like) { $open.Remove($key) } }
        $open.Remove($name)
    }
    $code = '0x{0:X8}' -f $entry.HResult
    if ($entry.ResultCode -ne 4 -or -not (Test-FailureCode -Code $code)) { continue }
    $times = if ($open.ContainsKey($name)) { $open[$name].Times } else { 0 }
    $open[$name] = @{
        Name = $name; Title = $title; Times = $times + 1; Code = $code; Date = $entry.Date; Like = $like
    }
}
# What is no longer tried has been replaced by another update.
$since = (Get-Date).ToUniversalTime().AddDays(-$Days)
$stuck = @($open.Values | Where-Object { $_.Times -ge $Attempts -and $_.Date -ge $since } |
        Where-Object { -not (Test-SettledUpdate -Title $_.Title -Time $_.Date) } |
        Sort-Object -Property { $_.Date } -Descending | Select-Object -First 10)
$evidence = @{ Entries = $entries.Count; Updates = @(); Others = @(); Addresses = @($Catalog) }
if ($stuck.Count -eq 0) { return New-Finding -Status Ok -Evidence $evidence }
# Without such a partition its update is not needed. On disks without GPT the type tells nothing.
$storage = @{ Namespace = 'root\Microsoft\Windows\Storage'; ClassName = 'MSFT_Partition' }
$types = @(Get-CimInstance @storage -OperationTimeoutSec 30 -ErrorAction SilentlyContinue |
        ForEach-Object { [string] $_.GptType })
$hasNoRecovery = $types -match '^{c12a7328' -and $types -notcontains $RecoveryType
# What helps follows from the code, then from the kind of update: its number, or words of its title in English,
# German or Japanese. An upgrade names a version and no number, a cumulative update both.
$kinds = @{}
foreach ($one in $stuck) {
    $kind = switch -Regex ($one.Title) {
        '\.NET' { 'failing'; break }
        'Recovery Environment|Wiederherstellungsumgebung|\u56de\u5fa9\u74b0\u5883|WinRE' {
            'recovery-environment'
            break
        }
        'Feature update|Funktionsupdate|\u6a5f\u80fd\u66f4\u65b0' { 'feature-update'; break }
        'Firmware|\u30d5\u30a1\u30fc\u30e0\u30a6\u30a7\u30a2|BIOS' { 'firmware'; break }
        'KB2267602|Defender|Security Intelligence|Definition(s| U)pdate|\u5b9a\u7fa9' { 'definitions'; break }
        'KB\d{6,8}' { 'failing'; break }
        'Windows 1\d\D.*\d\dH\d' { 'feature-update'; break }
        'Driver|Treiber|\u30c9\u30e9\u30a4\u30d0\u30fc|^.+ - .+ - [\d/. :-]+$' { 'driver'; break }
        default { 'unnumbered' }
    }
    if ($one.Name -in $Recovery) { $kind = 'recovery-environment' }
    $isRecovery = $kind -eq 'recovery-environment'
    if ($one.Name -in $FalseAlarms -and $one.Code -eq '0x80070643') { $kind = 'false-alarm' }
    elseif ($isRecovery -and $hasNoRecovery) { $kind = 'no-recovery' }
    elseif (-not $isRecovery -and $one.Code -in '0x80070070', '0x800F0828') { $kind = 'no-space' }
    else {
        # A mark: only of updates with a number.
        foreach ($row in $CodeKinds) {
            $name, $codes = $row -split ' '
            if ($one.Code -notmatch "^0x(80)?($codes)" -or ($kind -ne 'failing' -and $name -like '_*')) { continue }
            $kind = $name.Trim('_')
            break
        }
    }
    $kinds += @{ $one.Name = $kind }
}
$order = 'no-space', 'damaged', 'failing', 'feature-update', 'rolled-back', 'suspect', 'stale', 'not-fetched',
'definitions', 'unnumbered', 'firmware', 'driver', 'recovery-environment', 'not-applicable', 'no-recovery',
'driver-not-better', 'false-alarm'
$kind = @($order | Where-Object { $_ -in $kinds.Values })[0]
$told = @($stuck | Where-Object { $kinds[$_.Name] -eq $kind })
$others = @($stuck | Where-Object { $kinds[$_.Name] -ne $kind })
$evidence['Updates'] = @($told | ForEach-Object { "$($_.Name) ($($_.Code))" })
$evidence['Times'] = @($told | ForEach-Object { $_.Times })
$evidence['Others'] = @($others | ForEach-Object { "$($_.Name) ($($_.Code))" })
$numbers = @($told | ForEach-Object { $_.Name }) -match '^KB\d+$'
if ($numbers) { $evidence['Addresses'] = @($numbers | ForEach-Object { "$Catalog$_" }) }
$codes = @(@($told) + @($stuck) | ForEach-Object { $_.Code } | Select-Object -Unique)
New-Finding -Status Problem -Reason $kind -Evidence $evidence -HResult $codes

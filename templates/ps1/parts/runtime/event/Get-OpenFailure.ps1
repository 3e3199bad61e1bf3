# { Kind, Time (UTC), Code, Title, Service } of updates and searches that failed when they were last tried: no later
# success, replacement or new installation has settled them, and none is an app of the Store. Kind is install,
# remove, scan or load.
function Get-OpenFailure {
    param(
        [Parameter(Mandatory)] [string] $Provider,
        [Parameter(Mandatory)] [datetime] $Since,
        [string[]] $Code = '*'
    )
    $query = @{ Provider = $Provider; Since = $Since }
    $records = @(
        Get-EventRecord -Log 'System' -Id 19, 20, 23, 24 @query
        Get-EventRecord -Log "$Provider/Operational" -Id 25, 26, 31, 41 @query
    ) | Sort-Object -Property Time
    # Where one of its events names neither service nor title, the id tells an app from the Store.
    $apps = @($records |
            Where-Object { Test-StoreApp -Service $_.Data['serviceGuid'] -Title $_.Data['updateTitle'] } |
            ForEach-Object { [string] $_.Data['updateGuid'] })
    # What failed last time it was tried: a later success of its kind removes it.
    $kinds = @{
        19 = 'install'; 20 = 'install'; 23 = 'remove'; 24 = 'remove'
        25 = 'scan'; 26 = 'scan'; 31 = 'load'; 41 = 'load'
    }
    $open = @{}
    foreach ($record in $records) {
        $service = ([string] $record.Data['serviceGuid']).Trim('{}')
        $update = [string] $record.Data['updateGuid']
        if ($update -and $update -in $apps) { continue }
        if (Test-StoreApp -Service $service -Title $record.Data['updateTitle']) { continue }
        $kind = $kinds[$record.Id]
        $subject = if ($kind -eq 'scan') { $service } else { $update }
        if ($record.Id -in 19, 23, 26, 41) {
            $open.Remove("$kind $subject")
            # What is installed was downloaded.
            if ($record.Id -eq 19) {
                $open.Remove("load $subject")
                # What it replaces is settled by it.
                $like = Get-UpdateSubject -Title ([string] $record.Data['updateTitle'])
                foreach ($key in @($open.Keys)) { if ($like -and $open[$key].Like -eq $like) { $open.Remove($key) } }
            }
            continue
        }
        $value = '0x' + ([string] $record.Data['errorCode'] -replace '^0x').ToUpperInvariant()
        if (-not (Test-FailureCode -Code $value)) { continue }
        # 24 has its title in a list of one.
        $title = "$($record.Data['updateTitle'])$($record.Data['updatelist'])" -replace '^[\s-]+'
        $like = if ($kind -eq 'install') { Get-UpdateSubject -Title $title }
        $open["$kind $subject"] = [pscustomobject]@{
            Kind = $kind; Time = $record.Time; Code = $value; Title = $title; Service = $service; Like = $like
        }
    }
    $open.Values | Where-Object { $value = $_.Code; @($Code | Where-Object { $value -like $_ }) } |
        Where-Object { -not (Test-SettledUpdate -Title $_.Title -Time $_.Time) } |
        Sort-Object -Property Time -Descending
}

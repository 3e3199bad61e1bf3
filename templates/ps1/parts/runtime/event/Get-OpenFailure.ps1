# { Kind, Time (UTC), Code, Title, Service } of what failed when it was last tried: no later success, replacement
# or new installation has settled it, and it is no app of the Store. Kind is install, remove, scan or load.
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
    $isApp = { Test-StoreApp -Service $_.Data['serviceGuid'] -Title $_.Data['updateTitle'] }
    # Where one of its events names neither service nor title, the id tells an app from the Store.
    $apps = @($records | Where-Object $isApp | ForEach-Object { $_.Data['updateGuid'] } | Where-Object { $_ })
    $records = $records | Where-Object { $_.Data['updateGuid'] -notin $apps } | Where-Object { -not (& $isApp) }
    $kinds = @{
        19 = 'install'; 20 = 'install'; 23 = 'remove'; 24 = 'remove'
        25 = 'scan'; 26 = 'scan'; 31 = 'load'; 41 = 'load'
    }
    $open = @{}
    foreach ($record in $records) {
        $service = ([string] $record.Data['serviceGuid']).Trim('{}')
        $kind = $kinds[$record.Id]
        $subject = if ($kind -eq 'scan') { $service } else { $record.Data['updateGuid'] }
        # 24 has its title in a list of one.
        $title = "$($record.Data['updateTitle'])$($record.Data['updatelist'])" -replace '^[\s-]+'
        $like = if ($kind -eq 'install') { Get-UpdateSubject -Title $title }
        $value = '0x' + ([string] $record.Data['errorCode'] -replace '^0x').ToUpperInvariant()
        if ($record.Id -in 19, 23, 26, 41) {
            # What is installed was downloaded, and settles what it replaces.
            foreach ($key in @($open.Keys)) {
                if ($key -eq "$kind $subject" -or ($kind -eq 'install' -and $key -eq "load $subject") -or
                    ($like -and $open[$key].Like -eq $like)) { $open.Remove($key) }
            }
        }
        elseif (Test-FailureCode -Code $value) {
            $open["$kind $subject"] = [pscustomobject]@{
                Kind = $kind; Time = $record.Time; Code = $value; Title = $title; Service = $service; Like = $like
            }
        }
    }
    $open.Values | Where-Object { $value = $_.Code; @($Code | Where-Object { $value -like $_ }) } |
        Where-Object { -not (Test-SettledUpdate -Title $_.Title -Time $_.Time) } |
        Sort-Object -Property Time -Descending
}

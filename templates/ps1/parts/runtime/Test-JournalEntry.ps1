# Whether a planned entry is one that an action of ours can have written. A journal steers what runs elevated, so
# only known actions on plain names and full local paths pass.
function Test-JournalEntry {
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [psobject] $Entry)
    $startTypes = 'automatic', 'delayed-automatic', 'demand', 'disabled', 'boot', 'system'
    $serviceName = '^[A-Za-z0-9_.$][A-Za-z0-9_. $-]{0,250}$'
    $path = '^[A-Za-z]:(?:\\(?!\.{1,2}(?:\\|$))[^\\/:*?"<>|]*[^\\/:*?"<>|. ])+$'
    switch -CaseSensitive ($Entry.Action) {
        'service-start-type' {
            return $Entry.Target -match $serviceName -and $Entry.Before -cin $startTypes -and $Entry.After -cin $startTypes
        }
        'stop-service' { return $Entry.Target -match $serviceName -and $Entry.Before -ceq 'running' }
        'start-service' { return $Entry.Target -match $serviceName -and $Entry.Before -ceq 'stopped' }
        'set-aside' {
            $number = if ($Entry.After.StartsWith("$($Entry.Target).mendsheet")) { $Entry.After.Substring($Entry.Target.Length + 10) }
            return $Entry.Target -match $path -and $Entry.Before -ceq 'present' -and $number -match '^[1-9]\d{0,5}$'
        }
        'set-clock' { return $true }
        'repair-tool' { return $true }
    }
    $false
}

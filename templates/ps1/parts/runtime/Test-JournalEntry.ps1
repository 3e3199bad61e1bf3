# Whether a planned entry is one that an action of ours can have written. A journal steers what runs elevated, so
# only known actions on plain names and full local paths pass.
function Test-JournalEntry {
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [psobject] $Entry)
    $startTypes = 'automatic', 'delayed-automatic', 'demand', 'disabled', 'boot', 'system'
    # No name that could be taken for a switch, and no path with a relative part, a stream or a wildcard.
    $isService = $Entry.Target -match '^[A-Za-z0-9_.$][A-Za-z0-9_. $-]{0,250}$'
    $isPath = $Entry.Target -match '^[A-Za-z]:(?:\\(?!\.{1,2}(?:\\|$))[^\\/:*?"<>|]*[^\\/:*?"<>|. ])+$'
    switch -CaseSensitive ($Entry.Action) {
        'service-start-type' {
            return $isService -and $Entry.Before -cin $startTypes -and $Entry.After -cin $startTypes
        }
        'stop-service' { return $isService -and $Entry.Before -ceq 'running' }
        'start-service' { return $isService -and $Entry.Before -ceq 'stopped' }
        'set-aside' {
            if (-not $isPath -or $Entry.Before -cne 'present') { return $false }
            $shape = '^{0}\.mendsheet[1-9][0-9]{{0,5}}$' -f [regex]::Escape($Entry.Target)
            return $Entry.After -match $shape
        }
        'set-clock' { return $true }
        'repair-tool' { return $true }
    }
    $false
}

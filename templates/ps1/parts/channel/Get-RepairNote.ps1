# Before the first change: why this PC cannot be repaired now, as a key, and the lock where it can.
function Get-RepairNote {
    param([Parameter(Mandatory)] [psobject] $Machine)
    if (-not $Machine.Elevated) { return 'notElevated' }
    if (-not (Initialize-StateFolder)) { return 'stateNotTrusted' }
    $script:Lock = Open-RunLock
    if (-not $script:Lock) { return 'busy' }
    ''
}

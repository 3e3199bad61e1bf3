# Before the first change: why this person's settings cannot be repaired now, as a key; the lock where they can.
function Get-RepairNote {
    param([Parameter(Mandatory)] [psobject] $Machine)
    if ($Machine.Account -ne 'user' -or -not (Test-SignedInUser)) { return 'asUser' }
    if (-not (Initialize-StateFolder)) { return 'ownStateNotTrusted' }
    $script:Lock = Open-RunLock
    if (-not $script:Lock) { return 'busy' }
    ''
}

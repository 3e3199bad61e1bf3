# Whether what an entry has set aside is lost. Without a mark it may never have been moved, and an undo that was
# cut off may have brought it back.
function Test-AsideGone {
    param([Parameter(Mandatory)] [psobject] $Entry, [Parameter(Mandatory)] [psobject] $Notes)
    if ($Entry.Action -ne 'set-aside' -or (Test-Path -LiteralPath $Entry.After)) { return $false }
    if (-not (Test-Path -LiteralPath $Entry.Target)) { return $true }
    $Entry.State -eq 'done' -and $Entry.Number -notin $Notes.Restoring
}

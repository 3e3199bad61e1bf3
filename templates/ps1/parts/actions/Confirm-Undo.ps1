# What cannot be undone is said, and counts as settled.
function Confirm-Undo {
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [psobject] $Entry)
    $text = Get-UndoText -Entry $Entry
    if ($Entry.Action -notin 'repair-tool', 'restore-point', 'set-clock') { return Confirm-Change -Text $text }
    Write-Notice -Text $text
    $true
}

# What cannot be undone is said, and counts as settled.
function Confirm-Undo {
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [psobject] $Entry)
    $keys = @{
        'service-start-type' = 'undoStartType'
        'stop-service'       = 'undoStop'
        'start-service'      = 'undoStart'
        'set-aside'          = 'undoSetAside'
        'registry-value'     = 'undoRegistry'
        'service-security'   = 'undoSecurity'
    }
    $with = @{ Target = $Entry.Target; Before = $Entry.Before; After = $Entry.After }
    switch ($Entry.Action) {
        'repair-tool' { Write-Notice -Key 'cannotUndoTool' -With $with }
        'restore-point' { Write-Notice -Key 'restorePointStays' -With $with }
        'set-clock' { Write-Notice -Key 'cannotUndoClock' -With $with }
        default { return Confirm-Change -Text (Get-Message -Key $keys[$Entry.Action] -With $with) }
    }
    $true
}

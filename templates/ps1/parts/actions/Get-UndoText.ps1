function Get-UndoText {
    param([Parameter(Mandatory)] [psobject] $Entry)
    $keys = @{
        'service-start-type' = 'undoStartType'
        'stop-service'       = 'undoStop'
        'start-service'      = 'undoStart'
        'set-aside'          = 'undoSetAside'
        'registry-value'     = 'undoRegistry'
        'service-security'   = 'undoSecurity'
        'repair-tool'        = 'cannotUndoTool'
        'restore-point'      = 'restorePointStays'
        'set-clock'          = 'cannotUndoClock'
    }
    $with = @{ Target = $Entry.Target; Before = $Entry.Before; After = $Entry.After }
    Get-Message -Key $keys[$Entry.Action] -With $with
}

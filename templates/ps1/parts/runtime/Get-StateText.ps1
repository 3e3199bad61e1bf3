function Get-StateText {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string] $State)
    $keys = @{
        Ok            = 'stateOk'
        Problem       = 'stateProblem'
        Unknown       = 'stateUnknown'
        NotApplicable = 'stateNotApplicable'
        Preview       = 'statePreview'
        Unchanged     = 'stateUnchanged'
        Repaired      = 'stateRepaired'
        NotConfirmed  = 'stateNotConfirmed'
        Failed        = 'stateFailed'
        Blocked       = 'stateBlocked'
    }
    Get-Message -Key $keys[$State]
}

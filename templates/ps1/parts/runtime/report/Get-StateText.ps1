function Get-StateText {
    param([Parameter(Mandatory)] [string] $State)
    Get-Message -Key $script:States[$State]
}

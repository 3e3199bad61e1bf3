function Get-StateText {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string] $State)
    Get-Message -Key $script:States[$State]
}

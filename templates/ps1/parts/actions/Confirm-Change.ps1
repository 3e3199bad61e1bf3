# Every change passes here: -WhatIf says it, -Confirm asks, and what is done is kept for the report.
function Confirm-Change {
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [string] $Text)
    if ($WhatIfPreference) {
        Write-Notice -Key 'whatIf' -With @{ Change = $Text }
        return $false
    }
    $ConfirmPreference = $script:ConfirmLevel
    if (-not $PSCmdlet.ShouldProcess($Text, $Text, "Mendsheet $script:Product")) { return $false }
    $script:Changes += @($Text)
    $true
}

function ConvertTo-ScStartType {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string] $StartType)
    switch ($StartType) {
        'automatic' { 'auto' }
        'delayed-automatic' { 'delayed-auto' }
        default { $StartType }
    }
}

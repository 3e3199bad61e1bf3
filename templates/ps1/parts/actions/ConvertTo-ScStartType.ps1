function ConvertTo-ScStartType {
    param([Parameter(Mandatory)] [string] $StartType)
    switch ($StartType) {
        'automatic' { 'auto' }
        'delayed-automatic' { 'delayed-auto' }
        default { $StartType }
    }
}

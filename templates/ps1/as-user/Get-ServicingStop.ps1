# No setting of a person waits for the servicing of Windows.
function Get-ServicingStop {
    param([Parameter(Mandatory)] [psobject] $Guard)
    $null = $Guard
}

function Restore-ServiceStartType {
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [string] $StartType)
    if ((Get-ServiceStartType -Name $Name) -eq $StartType) { return $true }
    $null = Invoke-ServiceControl -ArgumentList 'config', $Name, 'start=', (ConvertTo-ScStartType -StartType $StartType)
    (Get-ServiceStartType -Name $Name) -eq $StartType
}

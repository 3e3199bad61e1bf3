function Restore-ServiceStartType {
    param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [string] $StartType)
    if ((Get-ServiceStartType -Name $Name) -eq $StartType) { return $true }
    $word = ConvertTo-ScStartType -StartType $StartType
    $null = Invoke-ServiceControl -ArgumentList 'config', $Name, 'start=', $word
    (Get-ServiceStartType -Name $Name) -eq $StartType
}

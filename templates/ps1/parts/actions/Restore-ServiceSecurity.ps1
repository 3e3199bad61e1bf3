function Restore-ServiceSecurity {
    param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [string] $Sddl)
    if ((Get-ServiceSecurity -Name $Name) -ceq $Sddl) { return $true }
    $null = Invoke-ServiceControl -ArgumentList 'sdset', $Name, $Sddl
    (Get-ServiceSecurity -Name $Name) -ceq $Sddl
}

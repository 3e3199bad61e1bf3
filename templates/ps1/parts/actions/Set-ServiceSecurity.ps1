# Sets the access list (D: of SDDL). What is audited (S:) stays as it is.
function Set-ServiceSecurity {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory)] [string] $Name,
        [Parameter(Mandatory)] [ValidatePattern('\AD:[A-Za-z0-9;()-]+\z')] [string] $Sddl
    )
    $before = Get-ServiceSecurity -Name $Name
    if (-not $before) { throw (Get-Message -Key 'securityFailed' -With @{ Name = $Name; Code = 5 }) }
    $after = $Sddl + ($before -creplace '^D:[^:]*?(?=S:|$)')
    if ($before -ceq $after) { return }
    $with = @{ Name = $Name; Before = $before; After = $after }
    if (-not (Confirm-Change -Text (Get-Message -Key 'doSecurity' -With $with))) { return }
    $entry = Add-JournalPlan -Action 'service-security' -Target $Name -Before $before -After $after
    $code = Invoke-ServiceControl -ArgumentList 'sdset', $Name, $after
    if ($code -eq 0) { return Complete-JournalEntry -Number $entry }
    Complete-JournalEntry -Number $entry -State 'failed'
    throw (Get-Message -Key 'securityFailed' -With @{ Name = $Name; Code = $code })
}

function Set-ServiceStartType {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory)] [string] $Name,
        [Parameter(Mandatory)] [ValidateSet('automatic', 'delayed-automatic', 'demand')] [string] $StartType
    )
    $before = Get-ServiceStartType -Name $Name
    if (-not $before) { throw (Get-Message -Key 'serviceMissing' -With @{ Name = $Name }) }
    if ($before -eq $StartType) { return }
    $with = @{ Name = $Name; Before = $before; After = $StartType }
    if (-not (Confirm-Change -Text (Get-Message -Key 'doStartType' -With $with))) { return }
    $entry = Add-JournalPlan -Action 'service-start-type' -Target $Name -Before $before -After $StartType
    $word = ConvertTo-ScStartType -StartType $StartType
    $code = Invoke-ServiceControl -ArgumentList 'config', $Name, 'start=', $word
    $isDone = $code -eq 0 -and (Get-ServiceStartType -Name $Name) -eq $StartType
    if ($isDone) { return Complete-JournalEntry -Number $entry }
    Complete-JournalEntry -Number $entry -State 'failed'
    throw (Get-Message -Key 'startTypeFailed' -With @{ Name = $Name; Code = $code })
}

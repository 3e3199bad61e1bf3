function Set-ServiceStartType([string] $Name, [string] $StartType) {
    $key = Get-Item -LiteralPath "HKLM:\SYSTEM\CurrentControlSet\Services\$Name"
    $before = @('boot', 'system', 'automatic', 'demand', 'disabled')[$key.GetValue('Start')]
    if ($before -eq 'automatic' -and $key.GetValue('DelayedAutostart') -eq 1) { $before = 'delayed-automatic' }
    if ($before -eq $StartType) { return }
    Add-JournalPlan -Action 'service-start-type' -Target $Name -Before $before -After $StartType
    $null = & "$env:SystemRoot\System32\sc.exe" config $Name 'start=' ($StartType -replace 'automatic', 'auto')
    $mark = if ($LASTEXITCODE -eq 0) { 'done' } else { 'failed' }
    Add-JournalLine -Text "$($run.Entry)|$mark|-|-|-|-"
    if ($mark -eq 'failed') { throw "The start type of $Name could not be set." }
}

function Set-ServiceStartType([string] $Name, [string] $StartType) {
    $key = Get-Item -LiteralPath "HKLM:\SYSTEM\CurrentControlSet\Services\$Name"
    $before = @('boot', 'system', 'automatic', 'demand', 'disabled')[$key.GetValue('Start')]
    if ($before -eq 'automatic' -and $key.GetValue('DelayedAutostart') -eq 1) { $before = 'delayed-automatic' }
    if ($before -eq $StartType) { return }
    Invoke-JournalledChange 'service-start-type' $Name $before $StartType {
        & "$env:SystemRoot\System32\sc.exe" config $Name 'start=' ($StartType -replace 'automatic', 'auto')
        if ($LASTEXITCODE -ne 0) { throw "The start type of $Name could not be set (code $LASTEXITCODE)." }
    }
}

# Power that runs out half-way leaves more to repair than there was.
function Get-PowerStop {
    # 1, 4, 5: discharging, low, critical. A PC without a battery has no such object.
    $query = @{ ClassName = 'Win32_Battery'; OperationTimeoutSec = 30; ErrorAction = 'SilentlyContinue' }
    try { $batteries = @(Invoke-WithLimit -Command 'Get-CimInstance' -Parameter $query -TimeoutSeconds 40) }
    catch { return }
    $onBattery = @($batteries | Where-Object { $_.BatteryStatus -in 1, 4, 5 })
    if ($batteries -and $onBattery.Count -eq $batteries.Count) { New-GuardStop -Code 1 -Reason 'onBattery' }
}

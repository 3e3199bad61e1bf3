# First what depends on it. Outputs what it has stopped, in order, to be started again. A service that will not
# stop is no reason to give up: whether it matters shows when its files are touched.
function Stop-RunningService {
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string] $Name, [int] $TimeoutSeconds = 60)
    $service = Get-Service -Name $Name -ErrorAction SilentlyContinue
    if (-not $service -or $service.Status -eq 'Stopped') { return }
    # A disabled service could not be started again afterwards.
    if ((Get-ServiceStartType -Name $service.Name) -eq 'disabled') {
        return Write-Notice -Key 'stopDisabled' -With @{ Name = $service.Name }
    }
    foreach ($dependent in $service.DependentServices) {
        Stop-RunningService -Name $dependent.Name -TimeoutSeconds $TimeoutSeconds
    }
    if (-not (Confirm-Change -Text (Get-Message -Key 'doStop' -With @{ Name = $service.Name }))) { return }
    $entry = Add-JournalPlan -Action 'stop-service' -Target $service.Name -Before 'running' -After 'stopped'
    $script:StoppedServices += @($service.Name)
    $code = Invoke-ServiceControl -ArgumentList 'stop', $service.Name
    # 1061: it is stopping already; 1062: it has stopped by itself.
    $splat = @{ Name = $service.Name; Status = 'Stopped'; TimeoutSeconds = $TimeoutSeconds }
    if ($code -in 0, 1061, 1062 -and (Wait-ServiceStatus @splat)) {
        Complete-JournalEntry -Number $entry
        return $service.Name
    }
    Complete-JournalEntry -Number $entry -State 'failed'
    Write-Notice -Key 'stopFailed' -With @{ Name = $service.Name; Code = $code }
}

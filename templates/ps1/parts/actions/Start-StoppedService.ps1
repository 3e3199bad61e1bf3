function Start-StoppedService {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory)] [string] $Name, [int] $TimeoutSeconds = 60)
    $service = Get-Service -Name $Name -ErrorAction SilentlyContinue
    if (-not $service -or $service.Status -eq 'Running') { return }
    if (-not (Confirm-Change -Text (Get-Message -Key 'doStart' -With @{ Name = $service.Name }))) { return }
    $entry = Add-JournalPlan -Action 'start-service' -Target $service.Name -Before 'stopped' -After 'running'
    $code = Invoke-ServiceControl -ArgumentList 'start', $service.Name
    # 1056: something else has started it meanwhile.
    $splat = @{ Name = $service.Name; Status = 'Running'; TimeoutSeconds = $TimeoutSeconds }
    if ($code -in 0, 1056 -and (Wait-ServiceStatus @splat)) { return Complete-JournalEntry -Number $entry }
    Complete-JournalEntry -Number $entry -State 'failed'
    Write-Notice -Key 'startFailed' -With @{ Name = $service.Name; Code = $code }
}

function Stop-RunningService([string] $Name) {
    $service = Get-Service -Name $Name -ErrorAction SilentlyContinue
    if (-not $service -or $service.Status -eq 'Stopped') { return }
    foreach ($dependent in $service.DependentServices) { Stop-RunningService -Name $dependent.Name }
    Add-JournalPlan -Action 'stop-service' -Target $service.Name -Before 'running' -After 'stopped'
    $entry = $run.Entry
    $run.Stopped += @($service.Name)
    Stop-Service -Name $service.Name -Force -NoWait -ErrorAction SilentlyContinue
    if (-not (Wait-Service -Name $service.Name -Status 'Stopped')) { return Add-JournalLine -Text "$entry|failed|-|-|-|-" }
    Add-JournalLine -Text "$entry|done|-|-|-|-"
    $service.Name
}

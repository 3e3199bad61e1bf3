function Stop-RunningService([string] $Name) {
    $service = Get-Service -Name $Name -ErrorAction SilentlyContinue
    if (-not $service -or $service.Status -eq 'Stopped') { return }
    if ($service.StartType -eq 'Disabled') { return Write-Warning "Service $Name is disabled, so it was left running." }
    foreach ($dependent in $service.DependentServices) { Stop-RunningService -Name $dependent.Name }
    $run.Stopped += @($service.Name)
    try {
        Invoke-JournalledChange 'stop-service' $service.Name 'running' 'stopped' {
            Stop-Service -Name $service.Name -NoWait
            $service.WaitForStatus('Stopped', [timespan]::FromMinutes(1))
        }
        $service.Name
    }
    catch { Write-Warning "Service $Name did not stop." }
}

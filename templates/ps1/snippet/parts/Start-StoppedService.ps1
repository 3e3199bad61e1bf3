function Start-StoppedService([string] $Name) {
    if ((Get-Service -Name $Name).Status -eq 'Running') { return }
    try { Invoke-JournalledChange 'start-service' $Name 'stopped' 'running' { Start-Service -Name $Name } }
    catch { Write-Warning "Service $Name did not start." }
}

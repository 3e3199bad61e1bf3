function Start-StoppedService([string] $Name) {
    if ((Get-Service -Name $Name).Status -eq 'Running') { return }
    Add-JournalPlan -Action 'start-service' -Target $Name -Before 'stopped' -After 'running'
    Start-Service -Name $Name -ErrorAction SilentlyContinue
    $mark = if (Wait-Service -Name $Name -Status 'Running') { 'done' } else { 'failed' }
    Add-JournalLine -Text "$($run.Entry)|$mark|-|-|-|-"
}

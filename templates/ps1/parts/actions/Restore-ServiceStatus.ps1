# Writes no plan: undo reads those there are. Outputs success. What depends on a service stops before it.
function Restore-ServiceStatus {
    param(
        [Parameter(Mandatory)] [string] $Name,
        [Parameter(Mandatory)] [ValidateSet('running', 'stopped')] [string] $Status
    )
    $service = Get-Service -Name $Name -ErrorAction SilentlyContinue
    if (-not $service) { return $false }
    if ($service.Status -eq $Status) { return $true }
    if ($Status -eq 'stopped') {
        foreach ($dependent in $service.DependentServices | Where-Object -Property Status -NE 'Stopped') {
            # Nobody could start a disabled service again.
            if ((Get-ServiceStartType -Name $dependent.Name) -eq 'disabled') { continue }
            $null = Restore-ServiceStatus -Name $dependent.Name -Status 'stopped'
        }
        $script:StoppedServices += @($Name)
    }
    $verb = if ($Status -eq 'running') { 'start' } else { 'stop' }
    $null = Invoke-ServiceControl -ArgumentList $verb, $Name
    Wait-ServiceStatus -Name $Name -Status $Status
}

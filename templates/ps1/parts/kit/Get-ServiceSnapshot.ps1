# Start type of every service. Windows starts and stops some by itself; it changes no start type.
function Get-ServiceSnapshot {
    $services = 'HKLM:\SYSTEM\CurrentControlSet\Services'
    $snapshot = @{}
    foreach ($service in Get-Service) {
        $snapshot[$service.Name] = Get-RegistryValue -Path "$services\$($service.Name)" -Name 'Start'
    }
    $snapshot
}

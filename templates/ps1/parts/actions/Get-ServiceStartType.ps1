# As the service manager stores it; nothing when there is no such service.
function Get-ServiceStartType {
    param([Parameter(Mandatory)] [string] $Name)
    $key = "HKLM:\SYSTEM\CurrentControlSet\Services\$Name"
    $start = Get-RegistryValue -Path $key -Name 'Start'
    if ($null -eq $start) { return }
    $isDelayed = (Get-RegistryValue -Path $key -Name 'DelayedAutostart') -eq 1
    if ($start -eq 2 -and $isDelayed) { return 'delayed-automatic' }
    @('boot', 'system', 'automatic', 'demand', 'disabled')[$start]
}

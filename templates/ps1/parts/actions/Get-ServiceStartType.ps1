# The start type as the service manager stores it; nothing when there is no such service.
function Get-ServiceStartType {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string] $Name)
    $key = "HKLM:\SYSTEM\CurrentControlSet\Services\$Name"
    $start = Get-RegistryValue -Path $key -Name 'Start'
    if ($null -eq $start) { return }
    if ($start -eq 2 -and (Get-RegistryValue -Path $key -Name 'DelayedAutostart') -eq 1) { return 'delayed-automatic' }
    @('boot', 'system', 'automatic', 'demand', 'disabled')[$start]
}

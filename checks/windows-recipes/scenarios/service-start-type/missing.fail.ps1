param($Windows, $With)
# Nothing here brings a service back that is not there.
$Windows.Services.Remove($With.Name)
$key = 'HKLM:\SYSTEM\CurrentControlSet\Services\' + $With.Name
foreach ($path in @($Windows.Registry.Keys)) {
    if ("$path\".StartsWith("$key\", [StringComparison]::OrdinalIgnoreCase)) { $Windows.Registry.Remove($path) }
}
@{ Reason = 'missing'; HResult = @(); Evidence = @{ Service = $With.Name; Start = $null }; Repair = 1 }

# What differs, a line a service.
function Compare-Snapshot {
    param([Parameter(Mandatory)] [hashtable] $Before, [Parameter(Mandatory)] [hashtable] $After)
    foreach ($name in @($Before.Keys) + @($After.Keys) | Sort-Object -Unique) {
        if ($Before[$name] -ne $After[$name]) { "${name}: $($Before[$name]) -> $($After[$name])" }
    }
}

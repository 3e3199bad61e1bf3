function Get-Message([string] $Key, [hashtable] $With = @{}) {
    $values = @($With.Keys | Sort-Object | ForEach-Object { "$_ = $($With[$_])" }) -join ', '
    "$Key $values".Trim()
}

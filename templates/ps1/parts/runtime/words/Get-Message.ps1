# {Name} stands for an entry of With. A missing sentence shows as its key: better than a gap.
function Get-Message {
    param([Parameter(Mandatory)] [string] $Key, [hashtable] $With = @{})
    $text = $script:Messages[$script:Language][$Key]
    if (-not $text) { return $Key }
    foreach ($name in $With.Keys) { $text = $text.Replace("{$name}", ($With[$name] -join ', ')) }
    $text
}

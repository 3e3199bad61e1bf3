# A sentence in the chosen language; {Name} stands for an entry of With. A missing sentence shows as its key,
# since a report with a gap is better than none.
function Get-Message {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string] $Key, [hashtable] $With = @{})
    $text = $script:Messages[$script:Language][$Key]
    if (-not $text) { return $Key }
    foreach ($name in $With.Keys) { $text = $text.Replace("{$name}", ($With[$name] -join ', ')) }
    $text
}

# The weightiest status of all.
function Get-Verdict {
    param([psobject[]] $Result, [string] $Note = '')
    $statuses = @($Result | ForEach-Object { $_.Status })
    if ($statuses -contains 'Problem') { return 'Problem' }
    if ($statuses -contains 'Unknown' -or $Note) { return 'Unknown' }
    'Ok'
}

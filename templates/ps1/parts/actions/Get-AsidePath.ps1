# The next free name beside a path. No generation is ever reused or replaced.
function Get-AsidePath {
    param([Parameter(Mandatory)] [string] $Path)
    $generation = 1
    while (Test-Path -LiteralPath "$Path.mendsheet$generation") { $generation++ }
    "$Path.mendsheet$generation"
}

# Of a file, or of all files below a folder that can be seen.
function Get-ItemSize {
    param([Parameter(Mandatory)] [string] $Path)
    $bytes = [int64] 0
    $files = Get-ChildItem -LiteralPath $Path -Recurse -Force -File -ErrorAction SilentlyContinue
    foreach ($file in $files) { $bytes += $file.Length }
    $bytes
}

# What was set aside on this PC of the given paths, in this run and before: { Path, Bytes }.
function Get-AsideFolder {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([string[]] $Target)
    foreach ($path in $Target | Sort-Object -Unique) {
        $parent = Split-Path -Path $path
        $name = "$(Split-Path -Path $path -Leaf).mendsheet"
        Get-ChildItem -LiteralPath $parent -Force | Where-Object -FilterScript {
            $_.Name.StartsWith($name) -and $_.Name.Substring($name.Length) -match '^\d+$'
        } | Sort-Object -Property { [int] $_.Name.Substring($name.Length) } | ForEach-Object -Process {
            $bytes = [int64] 0
            Get-ChildItem -LiteralPath $_.FullName -Recurse -Force -File -ErrorAction SilentlyContinue |
                ForEach-Object -Process { $bytes += $_.Length }
            [pscustomobject]@{ Path = Join-Path -Path $parent -ChildPath $_.Name; Bytes = $bytes }
        }
    }
}

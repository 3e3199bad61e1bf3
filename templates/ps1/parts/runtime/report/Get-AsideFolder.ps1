# Of the given paths, from this run and before: { Path, Bytes }.
function Get-AsideFolder {
    param([string[]] $Target)
    foreach ($path in $Target | Sort-Object -Unique) {
        $parent = Split-Path -Path $path
        $pattern = '\A{0}\.mendsheet[0-9]+\z' -f [regex]::Escape((Split-Path -Path $path -Leaf))
        $found = Get-ChildItem -LiteralPath $parent -Force | Where-Object -Property Name -Match $pattern
        foreach ($aside in $found | Sort-Object -Property { [int] ($_.Name -replace '.*\D') }) {
            $path = Join-Path -Path $parent -ChildPath $aside.Name
            [pscustomobject]@{ Path = $path; Bytes = Get-ItemSize -Path $path }
        }
    }
}

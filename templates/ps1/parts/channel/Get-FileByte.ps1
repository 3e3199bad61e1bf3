# The bytes of a file, wherever PowerShell sees it.
function Get-FileByte {
    param([Parameter(Mandatory)] [string] $Path)
    , [IO.File]::ReadAllBytes((Convert-Path -LiteralPath $Path))
}

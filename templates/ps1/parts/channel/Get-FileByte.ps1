# The bytes of a file, wherever PowerShell sees it.
function Get-FileByte {
    [CmdletBinding()]
    [OutputType([array])]
    param([Parameter(Mandatory)] [string] $Path)
    , [IO.File]::ReadAllBytes((Convert-Path -LiteralPath $Path))
}

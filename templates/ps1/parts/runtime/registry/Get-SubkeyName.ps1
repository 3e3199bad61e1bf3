function Get-SubkeyName {
    param([Parameter(Mandatory)] [string] $Path)
    if (-not (Test-Path -LiteralPath $Path)) { return }
    Get-ChildItem -LiteralPath $Path | Select-Object -ExpandProperty PSChildName
}

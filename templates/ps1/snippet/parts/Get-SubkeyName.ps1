function Get-SubkeyName([string] $Path) {
    if (Test-Path -LiteralPath $Path) { Get-ChildItem -LiteralPath $Path | Select-Object -ExpandProperty PSChildName }
}

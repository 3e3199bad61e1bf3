# Nothing when the key or the value is missing.
function Get-RegistryValue {
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Name)
    if (-not (Test-Path -LiteralPath $Path)) { return }
    # Get-ItemProperty fails when any value of the key is malformed.
    $key = Get-Item -LiteralPath $Path
    try { $key.GetValue($Name) } finally { $key.Close() }
}

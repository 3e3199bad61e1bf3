# Takes a file that was just made in the bundle, or takes it out again when it is too large.
function Add-BundleMadeFile {
    param([Parameter(Mandatory)] [string] $Source, [Parameter(Mandatory)] [string] $Path)
    if (-not [IO.File]::Exists($Path)) { return }
    $bytes = (New-Object -TypeName IO.FileInfo -ArgumentList $Path).Length
    if (-not (Test-BundleRoom -Source $Source -Bytes $bytes)) { [IO.File]::Delete($Path) }
}

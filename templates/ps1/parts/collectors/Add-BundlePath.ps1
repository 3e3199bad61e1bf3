# A free path in this check's part of the bundle.
function Add-BundlePath {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string] $Name)
    $folder = New-Item -Path (Join-Path -Path $script:BundleFolder -ChildPath $script:BundlePart) -ItemType Directory -Force
    $path = Join-Path -Path $folder.FullName -ChildPath $Name
    $number = 2
    while (Test-Path -LiteralPath $path) {
        $path = Join-Path -Path $folder.FullName -ChildPath "$number-$Name"
        $number++
    }
    $path
}

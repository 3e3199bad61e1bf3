# A free path in this check's part of the bundle.
function Add-BundlePath {
    param([Parameter(Mandatory)] [string] $Name)
    $folder = Join-Path -Path $script:BundleFolder -ChildPath $script:BundlePart
    $null = New-Item -Path $folder -ItemType Directory -Force
    $path = Join-Path -Path $folder -ChildPath $Name
    $number = 2
    while (Test-Path -LiteralPath $path) {
        $path = Join-Path -Path $folder -ChildPath "$number-$Name"
        $number++
    }
    $path
}

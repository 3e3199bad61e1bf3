function Add-BundleText {
    param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [AllowEmptyString()] [string[]] $Text)
    $file = Add-BundlePath -Name $Name
    [IO.File]::WriteAllLines($file, $Text)
    Add-BundleMadeFile -Source $Name -Path $file
}

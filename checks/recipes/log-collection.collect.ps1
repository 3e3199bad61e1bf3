param([string[]] $Channels, [string[]] $Files, [int] $Days, [int] $Newest, [int] $Megabytes)
foreach ($channel in $Channels) {
    Add-BundleEventLog -Channel $channel -Days $Days
}
foreach ($file in $Files) {
    $path = Join-Path -Path $env:SystemRoot -ChildPath $file
    Add-BundleFile -Path $path -Newest $Newest -MaxBytes ($Megabytes * 1mb)
}

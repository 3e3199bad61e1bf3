param(
    [string[]] $Channels,
    [string[]] $Files,
    [int] $Days,
    [int] $Newest,
    [int] $Megabytes,
    [string[]] $Keys,
    [string[]] $Reader
)
foreach ($channel in $Channels) {
    Add-BundleEventLog -Channel $channel -Days $Days
}
foreach ($file in $Files) {
    $path = Join-Path -Path $env:SystemRoot -ChildPath $file
    # Of a long file the end is kept. A trace without its beginning cannot be decoded, so traces stay whole.
    $limit = if ($file -like '*.etl') { 0 } else { $Megabytes * 1mb }
    Add-BundleFile -Path $path -Newest $Newest -MaxBytes $limit
}
foreach ($key in $Keys) {
    Add-BundleRegistry -Path $key
}
if ($Reader) {
    Add-BundleCommand -Command $Reader[0] -PathParameter $Reader[1] -Name $Reader[2]
}

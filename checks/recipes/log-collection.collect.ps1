param([string[]] $Channels, [string[]] $Files, [int] $Days, [int] $Newest, [int] $Megabytes)
foreach ($channel in $Channels) {
    Add-BundleEventLog -Channel $channel -Days $Days
}
foreach ($file in $Files) {
    $path = Join-Path -Path $env:SystemRoot -ChildPath $file
    # Of a long file the end is kept. A trace without its beginning cannot be decoded, so traces stay whole.
    $limit = if ($file -like '*.etl') { 0 } else { $Megabytes * 1mb }
    Add-BundleFile -Path $path -Newest $Newest -MaxBytes $limit
}

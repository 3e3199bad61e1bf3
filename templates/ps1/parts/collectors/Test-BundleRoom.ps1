# Whether something of this size still fits, which takes its room; what does not fit is noted.
function Test-BundleRoom {
    param([Parameter(Mandatory)] [string] $Source, [int64] $Bytes)
    if ($Bytes -le $script:BundleLeft) {
        $script:BundleLeft -= $Bytes
        return $true
    }
    Add-BundleOmission -Source $Source -Reason 'size' -Bytes $Bytes
    $false
}

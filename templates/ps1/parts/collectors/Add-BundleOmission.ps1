# Keeps what was left out on purpose, for the manifest. Reason: size or redaction.
function Add-BundleOmission {
    param([Parameter(Mandatory)] [string] $Source, [Parameter(Mandatory)] [string] $Reason, [int64] $Bytes = 0)
    $script:BundleOmissions.Add([ordered]@{ source = $Source; reason = $Reason; bytes = $Bytes })
}

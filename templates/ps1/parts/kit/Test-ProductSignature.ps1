# A certificate that this PC does not trust is said, and is no fault of the signature.
function Test-ProductSignature {
    param([Parameter(Mandatory)] [string] $Source)
    $files = @(Get-ChildItem -LiteralPath $Source -Filter '*.ps1' -Recurse)
    $wrong = @()
    $statuses = @{}
    foreach ($file in $files) {
        $status = "$((Get-AuthenticodeSignature -LiteralPath $file.FullName).Status)"
        $statuses[$status] = 1 + [int] $statuses[$status]
        if ($status -in 'NotSigned', 'HashMismatch', 'NotSupportedFileFormat', 'Incompatible') {
            $wrong += @("$($file.Name): $status")
        }
    }
    @{ Outcome = if ($wrong) { 'broken' } else { 'held' }; Seen = @{ Statuses = $statuses; Wrong = $wrong } }
}

# A certificate that this PC does not trust is said, and is no fault of the signature.
function Test-ProductSignature {
    param([Parameter(Mandatory)] [string] $Source)
    $files = @(Get-ChildItem -LiteralPath $Source -Filter '*.ps1' -Recurse)
    $wrong = @()
    $statuses = @{}
    foreach ($file in $files) {
        $signature = Get-AuthenticodeSignature -LiteralPath $file.FullName
        $status = "$($signature.Status)"
        # Windows says so of a root that it does not trust, too; then it has read who signed.
        if ($status -eq 'UnknownError' -and -not $signature.SignerCertificate) { $status = 'Unread' }
        $statuses[$status] = 1 + [int] $statuses[$status]
        if ($status -in 'NotSigned', 'HashMismatch', 'NotSupportedFileFormat', 'Incompatible') {
            $wrong += @("$($file.Name): $status")
        }
    }
    $outcome = if ($wrong) { 'broken' } elseif ($files -and -not $statuses['Unread']) { 'held' } else { 'open' }
    @{ Outcome = $outcome; Seen = @{ Statuses = $statuses; Wrong = $wrong } }
}

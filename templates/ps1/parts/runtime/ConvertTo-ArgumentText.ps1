# Arguments as one command line, by the rules that C programs split it with: ProcessStartInfo.ArgumentList is
# missing in Windows PowerShell. Backslashes count only before a quote.
function ConvertTo-ArgumentText {
    [CmdletBinding()]
    [OutputType([string])]
    param([AllowEmptyCollection()] [AllowEmptyString()] [string[]] $ArgumentList)
    $quoted = foreach ($argument in $ArgumentList) {
        if ($argument -and $argument -notmatch '[\s"]') { $argument }
        else { '"' + ($argument -replace '(\\*)"', '$1$1\"' -replace '(\\+)$', '$1$1') + '"' }
    }
    $quoted -join ' '
}

# One command line, as C programs split it: backslashes count before a quote only. 5.1 lacks ArgumentList.
function ConvertTo-ArgumentText {
    param([string[]] $ArgumentList)
    $quoted = foreach ($argument in $ArgumentList) {
        if ($argument -and $argument -notmatch '[\s"]') { $argument }
        else { '"' + ($argument -replace '(\\*)"', '$1$1\"' -replace '(\\+)$', '$1$1') + '"' }
    }
    $quoted -join ' '
}

# The check's own sentence, or else one of the runtime.
function Get-ReasonText {
    param([string] $Words, [string] $Reason, [hashtable] $Evidence = @{})
    if (-not $Reason) { return '' }
    $own = "${Words}_$Reason"
    $key = if ($script:Messages[$script:Language].ContainsKey($own)) { $own } else { $Reason }
    Get-Message -Key $key -With $Evidence
}

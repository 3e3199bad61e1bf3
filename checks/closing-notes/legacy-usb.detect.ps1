param([int] $Days)
if (Test-FailedUpgrade -Days $Days) {
    return New-Finding -Status Unknown -Reason 'look'
}
New-Finding -Status NotApplicable -Reason 'no-failure'

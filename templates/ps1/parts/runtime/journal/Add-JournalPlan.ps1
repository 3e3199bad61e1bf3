# Outputs the number of the entry.
function Add-JournalPlan {
    param(
        [Parameter(Mandatory)] [string] $Action,
        [Parameter(Mandatory)] [string] $Target,
        [string] $Before,
        [string] $After
    )
    # What undo would not take must not happen: a path that ends with a backslash, or has a relative part.
    $entry = [pscustomobject]@{ Action = $Action; Target = $Target; Before = $Before; After = $After }
    if (-not (Test-JournalEntry -Entry $entry)) {
        throw (Get-Message -Key 'noWayBack' -With @{ Target = $Target })
    }
    if (-not $script:Journal) { Add-RunFolder }
    $script:EntryCount++
    if ($script:NotedCheck -ne $script:CheckId) {
        Add-RunNote -Text "check $script:EntryCount $script:CheckId"
        $script:NotedCheck = $script:CheckId
    }
    $fields = $Action, $Target, $Before, $After | ForEach-Object { ConvertTo-JournalText -Text $_ }
    Add-JournalLine -Path $script:Journal -Text "$script:EntryCount|plan|$($fields -join '|')"
    $script:EntryCount
}

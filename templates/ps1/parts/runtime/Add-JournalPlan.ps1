# Says in the journal what is about to be done; outputs the number of the entry.
function Add-JournalPlan {
    [CmdletBinding()]
    [OutputType([int])]
    param(
        [Parameter(Mandatory)] [string] $Action,
        [Parameter(Mandatory)] [string] $Target,
        [string] $Before,
        [string] $After
    )
    if (-not $script:Journal) { Add-RunFolder }
    $script:EntryCount++
    $fields = $Action, $Target, $Before, $After | ForEach-Object -Process { ConvertTo-JournalText -Text $_ }
    Add-JournalLine -Path $script:Journal -Text "$script:EntryCount|plan|$($fields -join '|')"
    $script:EntryCount
}

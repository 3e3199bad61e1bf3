# Outputs the number of the entry.
function Add-JournalPlan {
    param(
        [Parameter(Mandatory)] [string] $Action,
        [Parameter(Mandatory)] [string] $Target,
        [string] $Before,
        [string] $After
    )
    if (-not $script:Journal) { Add-RunFolder }
    $script:EntryCount++
    if ($script:NotedCheck -ne $script:CheckId) {
        Add-RunNote -Text "check $script:EntryCount $script:CheckId"
        $script:NotedCheck = $script:CheckId
    }
    $fields = $Action, $Target, $Before, $After | ForEach-Object -Process { ConvertTo-JournalText -Text $_ }
    Add-JournalLine -Path $script:Journal -Text "$script:EntryCount|plan|$($fields -join '|')"
    $script:EntryCount
}

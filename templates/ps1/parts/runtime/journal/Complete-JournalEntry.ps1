function Complete-JournalEntry {
    param(
        [Parameter(Mandatory)] [int] $Number,
        [ValidateSet('done', 'failed', 'undone')] [string] $State = 'done',
        [string] $Path = $script:Journal
    )
    Add-JournalLine -Path $Path -Text "$Number|$State|-|-|-|-"
}

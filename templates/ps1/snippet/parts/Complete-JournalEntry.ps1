function Complete-JournalEntry([int] $Number, [string] $State = 'done') { Add-JournalLine -Text "$Number|$State|-|-|-|-" }

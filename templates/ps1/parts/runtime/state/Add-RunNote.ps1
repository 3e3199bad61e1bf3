# For the undo of one check and for -RemoveAside. A journal can be undone without these notes.
function Add-RunNote {
    param([Parameter(Mandatory)] [string] $Text, [string] $Journal = $script:Journal)
    [IO.File]::AppendAllText(($Journal -replace 'journal\.txt$', 'notes.txt'), $Text + [char] 13 + [char] 10)
}

# Notes beside the journal what an undo of one check and the removal of generations need to know. A journal can be
# undone without them.
function Add-RunNote {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Text, [string] $Journal = $script:Journal)
    [IO.File]::AppendAllText(($Journal -replace 'journal\.txt$', 'notes.txt'), $Text + [char] 13 + [char] 10)
}

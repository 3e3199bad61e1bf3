# Under a number never used. A run that changes nothing does not get here. No token: whoever may write this journal
# is the person whose settings it restores, with no more rights than that person has.
function Add-RunFolder {
    $highest = Get-Run | ForEach-Object { $_.Number } | Sort-Object | Select-Object -Last 1
    $folder = New-Item -Path "$script:StateFolder\runs\$(1 + [int] $highest)" -ItemType Directory
    $script:Journal = Join-Path -Path $folder.FullName -ChildPath 'journal.txt'
    $script:EntryCount = 0
    $script:NotedCheck = ''
    $first = "0|run|2|$script:Product|$script:ScriptName.ps1|$script:Version|-"
    Add-JournalLine -Path $script:Journal -Text $first
}

# Under a number never used. A run that changes nothing does not get here.
function Add-RunFolder {
    $highest = Get-Run | ForEach-Object -Process { $_.Number } | Sort-Object | Select-Object -Last 1
    $folder = New-Item -Path "$script:StateFolder\runs\$(1 + [int] $highest)" -ItemType Directory -Force
    $script:Journal = Join-Path -Path $folder.FullName -ChildPath 'journal.txt'
    $script:EntryCount = 0
    $script:NotedCheck = ''
    Add-JournalLine -Path $script:Journal -Text "0|run|1|$script:Product|$script:ScriptName.ps1|$script:Version"
}

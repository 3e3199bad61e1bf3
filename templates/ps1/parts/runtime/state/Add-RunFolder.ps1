# Under a number never used. A run that changes nothing does not get here. The token, its id in reports, stands
# where only administrators can write, before the journal that names it.
function Add-RunFolder {
    $highest = Get-Run | ForEach-Object { $_.Number } | Sort-Object | Select-Object -Last 1
    $number = 1 + [int] $highest
    $key = "HKLM:\SOFTWARE\Mendsheet\$script:Product\Runs"
    if (-not (Test-Path -LiteralPath $key)) { $null = New-Item -Path $key -Force }
    Set-ItemProperty -LiteralPath $key -Name "$number" -Value $script:RunId
    $folder = New-Item -Path "$script:StateFolder\runs\$number" -ItemType Directory
    $script:Journal = Join-Path -Path $folder.FullName -ChildPath 'journal.txt'
    $script:EntryCount = 0
    $script:NotedCheck = ''
    $first = "0|run|2|$script:Product|$script:ScriptName.ps1|$script:Version|$script:RunId"
    Add-JournalLine -Path $script:Journal -Text $first
}

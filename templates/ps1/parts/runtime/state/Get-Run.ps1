# The runs on record: { Number, IsUndone, Path, Journal }.
function Get-Run {
    $folder = "$script:StateFolder\runs"
    if (-not (Test-Path -LiteralPath $folder)) { return }
    Get-ChildItem -LiteralPath $folder -Directory |
        Where-Object -Property Name -Match '\A[0-9]{1,9}(\.undone)?\z' |
        ForEach-Object {
            [pscustomobject]@{
                Number   = [int] ($_.Name -replace '\..*')
                IsUndone = $_.Name -like '*.undone'
                Path     = "$folder\$($_.Name)"
                Journal  = Join-Path -Path $_.FullName -ChildPath 'journal.txt'
            }
        }
}

# Ids of all checks of a script, also of those that it does only when it is asked.
function Get-ProductCheck {
    param([string] $Engine, [string] $Script)
    $with = @{ Engine = $Engine; Script = $Script; ArgumentList = '-ListChecks', '-OutputFormat', 'Json' }
    $ended = Invoke-ProductScript @with
    $ids = @(ConvertFrom-Json -InputObject ($ended.Lines -join "`n") | ForEach-Object { $_.Id })
    if (-not $ids) { throw "it lists no checks and ends with $($ended.ExitCode)" }
    $ids
}

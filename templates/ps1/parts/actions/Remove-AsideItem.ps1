# Goes by the journals of runs that ended well and nothing else; outputs the exit code.
function Remove-AsideItem {
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([int])]
    param()
    $code = 0
    $count = 0
    foreach ($run in Get-Run | Where-Object -Property IsUndone -EQ $false | Sort-Object -Property Number) {
        if (-not (Test-Path -LiteralPath $run.Journal)) { continue }
        # Whoever was not helped may want it back.
        if ((Read-RunNote -Journal $run.Journal).EndCode -notin 0, 3010) { continue }
        foreach ($entry in (Read-RunJournal -Run $run).Entries) {
            if ($entry.Action -ne 'set-aside' -or -not (Test-Path -LiteralPath $entry.After)) { continue }
            $count++
            $with = @{ Path = $entry.After }
            $with.Megabytes = [math]::Ceiling((Get-ItemSize -Path $entry.After) / 1MB)
            if (-not (Confirm-Change -Text (Get-Message -Key 'doRemove' -With $with))) { continue }
            # Noted first, since an undo must not bring back a half.
            Add-RunNote -Text "removed $($entry.Number)" -Journal $run.Journal
            Remove-Item -LiteralPath $entry.After -Recurse -Force -ErrorAction SilentlyContinue
            if (Test-Path -LiteralPath $entry.After) {
                Write-Notice -Key 'removeFailed' -With $with
                $code = 1
            }
        }
    }
    if ($count -eq 0) { Write-Notice -Key 'nothingToRemove' }
    $code
}

function Move-ItemAside([string] $Path) {
    if (-not (Test-Path -LiteralPath $Path)) { return }
    $number = 1
    while (Test-Path -LiteralPath "$Path.mendsheet$number") { $number++ }
    Add-JournalPlan -Action 'set-aside' -Target $Path -Before 'present' -After "$Path.mendsheet$number"
    foreach ($attempt in 1..5) {
        if ($attempt -gt 1) { Start-Sleep -Seconds 3 }
        if ($attempt -gt 1) { Stop-Service -Name $run.Stopped -Force -ErrorAction SilentlyContinue }
        Rename-Item -LiteralPath $Path -NewName "$(Split-Path -Path $Path -Leaf).mendsheet$number" -ErrorAction SilentlyContinue
        if (Test-Path -LiteralPath "$Path.mendsheet$number") { return Add-JournalLine -Text "$($run.Entry)|done|-|-|-|-" }
    }
    Add-JournalLine -Text "$($run.Entry)|failed|-|-|-|-"
    throw "$Path is in use and could not be set aside."
}

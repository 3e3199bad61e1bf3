function Add-JournalPlan([string] $Action, [string] $Target, [string] $Before, [string] $After) {
    $fields = @($Action, $Target, $Before, $After | ForEach-Object { if ($_) { $_ } else { '-' } })
    if (-join $fields -match '[^A-Za-z0-9 \\:._(){}$,;=+@#~\[\]/&''-]') { throw "A snippet cannot write this name: $Target" }
    $run.Entry++
    Add-JournalLine -Text "$($run.Entry)|plan|$($fields -join '|')"
    $run.Entry
}

function Add-JournalPlan([string] $Action, [string] $Target, [string] $Before, [string] $After) {
    if ("$Target$Before$After" -match '[^A-Za-z0-9 \\:._(){}$,;=+@#~\[\]/&''-]') { throw "Not for a snippet: $Target" }
    $run.Entry++
    Add-JournalLine -Text "$($run.Entry)|plan|$Action|$Target|$Before|$After"
}

function Invoke-JournalledChange([string] $Action, [string] $Target, [string] $Before, [string] $After, [scriptblock] $Change) {
    $unsafe = '[^A-Za-z0-9 \\:._(){}$,;=+@#~\[\]/&''-]'
    if ("$Target$Before$After" -match $unsafe) { throw "A snippet cannot write this name: $Target" }
    $run.Entry++
    $entry = $run.Entry
    Add-JournalLine -Text "$entry|plan|$Action|$Target|$Before|$After"
    try { $null = & $Change } catch { Add-JournalLine -Text "$entry|failed|-|-|-|-"; throw }
    Add-JournalLine -Text "$entry|done|-|-|-|-"
}

# One page that loads and runs nothing: the verdict, then what needs attention, evidence folded.
function ConvertTo-ReportHtml {
    param([Parameter(Mandatory)] [hashtable] $Report)
    $style = @'
*{box-sizing:border-box}
body{margin:0;background:#eef1f5;color:#1c2430;font:16px/1.6 "Segoe UI","Yu Gothic UI",Meiryo,sans-serif}
main{max-width:54rem;margin:auto;padding:1.5rem 1rem}
header,article{background:#fff;border:1px solid #d5dbe3;border-left:6px solid var(--c);border-radius:6px}
header{padding:1.25rem 1.5rem;margin-bottom:1.5rem}
article{padding:.75rem 1.25rem;margin:.5rem 0;break-inside:avoid}
article:is(.Ok,.NotApplicable){padding:.375rem 1.25rem}
h1{font-size:1.625rem;margin:.25rem 0;text-wrap:balance}
h2{font-size:1rem;margin:0;display:flex;gap:.25rem .75rem;flex-wrap:wrap}
h2 i{min-width:1.25rem;text-align:right}
h2>span{flex:1 1 12rem}
h2 em{display:flex;gap:.5rem}
i,em{font-style:normal;font-weight:400}
p,ul,dl,summary{margin:.375rem 0}
p,li,dd,footer{overflow-wrap:anywhere}
ul{padding-left:1.25rem}
mark{background:var(--c);color:#fff;border-radius:4px;padding:0 .5rem;font-weight:600;print-color-adjust:exact}
.n{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.75rem}
.n b{font-size:1.375rem;color:var(--c);margin-right:.375rem}
.go{font-weight:600}
i,details,footer,.s{color:#5b6676}
em,details,footer,.s{font-size:.875rem}
dl{display:grid;grid-template-columns:minmax(4rem,auto) 1fr;gap:0 1rem}
dd{margin:0;white-space:pre-wrap;font-family:Consolas,Meiryo,monospace}
.Ok{--c:#1a7f37}.Problem{--c:#b3261e}.Unknown{--c:#8a5a00}.NotApplicable{--c:#5b6676}
@media(min-width:30rem){article>:not(h2){margin-left:2rem}}
@media print{body{background:#fff;font-size:13px}main{padding:0}}
@media print{details::details-content{content-visibility:visible}}
'@
    $item = { param($name, $text, $class) '<{0}{1}>{2}</{0}>' -f $name, $class, (ConvertTo-HtmlText -Text $text) }
    $tag = { param($status) & $item 'mark' (Get-StateText -State $status) " class='$status'" }
    $machine = $Report.Machine
    $verdict = Get-ReportVerdict -Report $Report
    $statuses = 'Problem', 'Unknown', 'Ok', 'NotApplicable'
    $title = "$(Get-Message -Key 'productTitle'): $script:ScriptName"
    "<!DOCTYPE html><html lang='$script:Language'><head><meta charset='utf-8'/>"
    '<meta name="viewport" content="width=device-width"/>'
    '<meta http-equiv="Content-Security-Policy" content="default-src ''none'';style-src ''unsafe-inline''"/>'
    & $item 'title' $title
    "<style>$style</style></head><body><main><header class='$($verdict.Status)'>"
    & $item 'div' $title " class='s'"
    & $item 'h1' $verdict.Text
    if ($Report.Results) {
        '<ul class="n">'
        foreach ($status in $statuses) {
            $label = ConvertTo-HtmlText -Text (Get-StateText -State $status)
            "<li class='$status'><b>$($Report.Count[$status])</b>$label</li>"
        }
        '</ul>'
    }
    $go = @(Get-AnswerLine -Answer $Report.Answer)
    if (-not $go) { $go = @(Get-NextStep -Report $Report) }
    $go | ForEach-Object -Process { & $item 'p' $_ " class='go'" }
    $notes = @($script:Notices) + @(Get-ReportNote -Report $Report)
    if ($notes) { "<ul>$(-join ($notes | ForEach-Object -Process { & $item 'li' $_ }))</ul>" }
    '</header>'
    # What needs attention comes first, then what was changed.
    $sorted = foreach ($status in $statuses) {
        $these = @($Report.Results | Where-Object -Property Status -EQ $status)
        $these | Where-Object -Property Changes
        $these | Where-Object -FilterScript { -not $_.Changes }
    }
    foreach ($one in $sorted) {
        "<article class='$($one.Status)'><h2><i>$($one.Item)</i>$(& $item 'span' $one.Title)<em>"
        if ($one.Outcome -ne 'None') {
            & $item 'span' (Get-StateText -State $one.Outcome)
            if ($one.Before -ne $one.Status) { "$(& $tag $one.Before) &#8594;" }
        }
        "$(& $tag $one.Status)</em></h2>"
        $lines = @($one.Failure, $one.Reason, $one.Advice) -ne ''
        foreach ($line in $lines) { & $item 'p' $line }
        if ($one.Changes) { "<ul>$(-join ($one.Changes | ForEach-Object -Process { & $item 'li' $_ }))</ul>" }
        $evidence = $one.Evidence
        $names = @($evidence.Keys | Sort-Object)
        if ($names -or $one.HResult) {
            "<details>$(& $item 'summary' (Get-Message -Key 'evidence'))<dl>"
            if ($one.HResult) { "<dt>HRESULT</dt>$(& $item 'dd' ($one.HResult -join ', '))" }
            foreach ($name in $names) { "$(& $item 'dt' $name)$(& $item 'dd' ($evidence[$name] -join [char] 10))" }
            '</dl></details>'
        }
        '</article>'
    }
    $now = [datetime]::Now.ToString('yyyy-MM-dd HH:mm zzz', [Globalization.CultureInfo]::InvariantCulture)
    $facts = @(
        $now
        "Windows $($machine.Build).$($machine.Revision) $($machine.EditionId) $($machine.Architecture)"
        "$script:ScriptName.ps1 $script:Version ($($Report.ExitCode))"
        if ($Report.Journal) { $Report.Journal }
    )
    & $item 'footer' ($facts -join ' | ')
    '</main></body></html>'
}

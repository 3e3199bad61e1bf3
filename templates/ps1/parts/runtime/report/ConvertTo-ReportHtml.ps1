# One page that loads and runs nothing: the verdict, the answer, then what needs attention, evidence folded.
function ConvertTo-ReportHtml {
    param([Parameter(Mandatory)] [hashtable] $Report)
    $style = @'
:root{color-scheme:light dark;--p:#fcfcfb;--w:#f2f4f4;--i:#1a2126;--s:#566068;--l:#d9dedf}
.Ok{--c:#1f6a3a}.Problem{--c:#b3261e}.Unknown{--c:#8a5300}.NotApplicable{--c:var(--s)}
@media screen and (prefers-color-scheme:dark){
:root{--p:#14191c;--w:#1c2327;--i:#e3e8ea;--s:#a2aeb5;--l:#2f393e}
.Ok{--c:#86d3a0}.Problem{--c:#f2a097}.Unknown{--c:#f0b557}}
body{margin:0;overflow-wrap:anywhere;background:var(--p);color:var(--i);
font:16px/1.6 "Segoe UI","Yu Gothic UI",Meiryo,sans-serif}
main{max-width:54rem;margin:auto;padding:1.5rem 1rem}
header{border-bottom:3px solid var(--c);padding-bottom:1rem}
article{border-bottom:1px solid var(--l);padding:.75rem 0;break-inside:avoid}
h1{font-size:1.75rem;line-height:1.3;margin:.25rem 0}
h2{font-size:1rem;margin:0;display:flex;gap:.25rem .75rem;flex-wrap:wrap}
h2 i{min-width:1.5rem;text-align:right}
h2>span{flex:1 12rem}
i,em{font-style:normal;font-weight:400}
p,ul,dl,summary{margin:.375rem 0}
ul{padding-left:1.25rem}
mark{background:none;color:var(--c);border:1px solid;border-radius:4px;padding:0 .5rem;font-weight:600}
em *{white-space:nowrap}
code{display:block;background:var(--w);border-radius:5px;padding:.5rem .75rem}
code{font:400 .9rem Consolas,monospace;user-select:all}
.n{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.75rem}
.n b{font-size:1.375rem;color:var(--c);margin-right:.375rem}
h1+p{font-weight:600}
:lang(ja){word-break:auto-phrase}
i,details,.s{color:var(--s)}
em,details,.s{font-size:.875rem}
dl{display:grid;grid-template-columns:minmax(4rem,auto) 1fr;gap:0 1rem}
dd{margin:0;white-space:pre-wrap;font-family:Consolas,Meiryo,monospace}
@media(min-width:30rem){article>:not(h2){margin-left:2.25rem}}
@media print{main{padding:0}details::details-content{content-visibility:visible}}
'@
    $item = { param($name, $text, $class) '<{0}{1}>{2}</{0}>' -f $name, $class, (ConvertTo-HtmlText -Text $text) }
    $tag = { param($status) & $item 'mark' (Get-StateText -State $status) " class='$status'" }
    $machine = $Report.Machine
    $verdict = Get-ReportVerdict -Report $Report
    $statuses = 'Problem', 'Unknown', 'Ok', 'NotApplicable'
    $title = Get-Message -Key 'productTitle'
    $facts = @(
        $title
        [datetime]::Now.ToString((Get-Message -Key 'timeForm'), [cultureinfo]::InvariantCulture)
        "Windows $($machine.Build).$($machine.Revision) $($machine.EditionId) $($machine.Architecture)"
        "$script:ScriptName.ps1 $script:Version"
        if ($Report.Journal) { $Report.Journal }
    )
    "<!DOCTYPE html><html lang='$script:Language'><head><meta charset='utf-8'/>"
    '<meta name="viewport" content="width=device-width"/>'
    '<meta http-equiv="Content-Security-Policy" content="default-src ''none'';style-src ''unsafe-inline''"/>'
    & $item 'title' "$title - $($verdict.Text)"
    "<style>$style</style></head><body><main><header class='$($verdict.Status)'>"
    & $item 'div' ($facts -join ' | ') " class='s'"
    & $item 'h1' $verdict.Text
    $go = @(Get-AnswerLine -Answer $Report.Answer)
    if (-not $go) { $go = @(Get-NextStep -Report $Report) }
    # What is to be typed stands in a line of its own, which one click chooses.
    $go | ForEach-Object { (& $item 'p' $_) -replace '\.\\\S+\.ps1[^<]*', '<code>$0</code>' }
    if ($Report.Results) {
        '<ul class="n">'
        foreach ($status in $statuses) {
            $label = ConvertTo-HtmlText -Text (Get-StateText -State $status)
            "<li class='$status'><b>$($Report.Count[$status])</b>$label</li>"
        }
        '</ul>'
    }
    $notes = @($script:Notices) + @(Get-ReportNote -Report $Report)
    if ($notes) { "<ul>$(-join ($notes | ForEach-Object { & $item 'li' $_ }))</ul>" }
    '</header>'
    # What needs attention comes first, then what was changed.
    $sorted = foreach ($status in $statuses) {
        $these = @($Report.Results | Where-Object -Property Status -EQ $status)
        $these | Where-Object -Property Changes
        $these | Where-Object { -not $_.Changes }
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
        if ($one.Changes) { "<ul>$(-join ($one.Changes | ForEach-Object { & $item 'li' $_ }))</ul>" }
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
    '</main></body></html>'
}

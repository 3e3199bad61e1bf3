# The line that a management service shows of a run; docs/channels.md describes it. It has at most 2,048
# characters: the statuses always fit, reasons go in while there is room, those of problems first.
function Get-SummaryLine {
    param(
        [psobject[]] $Result = @(),
        [string] $Windows = '-',
        [string] $Note = ''
    )
    $verdict = Get-Verdict -Result $Result -Note $Note
    $head = "mendsheet/1 $script:Product $script:ChecklistVersion $script:Phase $Windows $verdict |"
    if ($Note) { $head += ' !' + ($Note -replace '[^A-Za-z0-9_.:-]') }
    $entries = [ordered]@{}
    foreach ($each in $Result) {
        $entry = "$($each.Id)="
        if ($each.Outcome) { $entry += $each.Before.Substring(0, 1) + '>' }
        $entry += $each.Status.Substring(0, 1)
        if ($each.Outcome) { $entry += '/' + $each.Outcome.Substring(0, 1) }
        $entries[$each.Id] = $entry
    }
    $room = 2048 - "$head $(@($entries.Values) -join ' ') | $verdict".Length
    $order = @('Problem', 'Unknown', 'NotApplicable', 'Ok')
    foreach ($each in $Result | Sort-Object -Property { $order.IndexOf($_.Status) }) {
        $code = $each.HResult | Select-Object -First 1
        $detail = ':' + ($each.Reason -replace '[^A-Za-z0-9_-]')
        if ($code) { $detail += ":$code" }
        if ($detail -eq ':' -or $detail.Length -gt $room) { continue }
        $entries[$each.Id] += $detail
        $room -= $detail.Length
    }
    "$head $(@($entries.Values) -join ' ') | $verdict" -replace ' +', ' '
}

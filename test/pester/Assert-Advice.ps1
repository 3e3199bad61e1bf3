# What holds of every report, whatever the PC: nobody is sent to the Catalog without an update to look for, no sentence
# shows a gap, a repair is advised only where the guard lets it start, or with what comes before it, and nothing that
# the report says, its last line included, contradicts what the answer forbids.
function Assert-Advice {
    param([Parameter(Mandatory)] [psobject] $Report, [Parameter(Mandatory)] [string] $Repair, [hashtable] $Windows)
    $said = @(
        if ($Report.answer) { "answer: $($Report.answer.cause) $($Report.answer.do)" }
        $Report.checks | Where-Object { $_.status -in 'Problem', 'Unknown' } | ForEach-Object { "$($_.id): $($_.reason) $($_.advice)" }
    )
    $said -match 'catalog\.update\S*(?<!\?q=(KB)?[\d.]+)(\s|$)' | Should -BeNullOrEmpty -Because 'a search of the Catalog needs what to look for'
    $said -match '\{[A-Z]\w*\}|\(-?\)|\(, |, \)' | Should -BeNullOrEmpty -Because 'each sentence is whole'
    if ($Report.answer) { foreach ($name in 'hresults', 'forbids') { , $Report.answer.$name | Should -BeOfType [array] -Because "$name is a list" } }
    # An answer that leaves the PC alone forbids every repair.
    if ("$($Report.answer.do)" -match 'Change nothing') { $Report.answer.forbids | Should -Be '*' }
    if ($Report.answer.forbids) {
        $subject = Import-Subject -Path (Join-Path -Path (Split-Path -Path $Repair) -ChildPath 'diagnose.ps1') -Windows $Windows -Parameter @{ OutputFormat = 'Text' }
        $text = (Invoke-Subject -Subject $subject).Text
        $named = @([regex]::Matches("$text", '-Check ([\w,-]+) -WhatIf') | ForEach-Object { $_.Groups[1].Value -split ',' })
        $named += @($Report.ranking | Where-Object { $_.repairable } | ForEach-Object { $_.check })
        $named | Where-Object { $Report.answer.forbids -contains '*' -or $_ -in $Report.answer.forbids } |
            Should -BeNullOrEmpty -Because "the answer forbids it: $($Report.answer.do)"
    }
    $advised = @([regex]::Matches("$($Report.answer.do)", '-Check ([\w-]+)') | ForEach-Object { $_.Groups[1].Value })
    $open = @($Report.ranking | Where-Object {
            $row = $_
            $_.repairable -and ($Report.checks | Where-Object { $_.id -eq $row.check }).status -eq 'Problem'
        } | ForEach-Object { $_.check })
    $ids = @($advised + $open | Select-Object -Unique)
    if (-not $ids) { return }
    # What a pending restart or an organisation's server says stands in front of an advice that a guard would refuse.
    $holding = @($Report.checks | Where-Object { $_.id -in 'restart-pending', 'update-server' -and $_.reason -and "$($Report.answer.do)".Contains($_.reason) })
    $subject = Import-Subject -Path $Repair -Windows $Windows
    $run = Invoke-Subject -Subject $subject -Parameter @{ Check = $ids; WhatIf = $true; Force = $true }
    $isHeld = $run.Code -in 12, 13, 14
    # An answer that advises no repair promises none.
    if ($advised) { $isHeld | Should -Be ($holding.Count -gt 0) -Because "$ids ended with $($run.Code): $($run.Notices). The answer says: $($Report.answer.do)" }
    $run.Code | Should -Not -Be 1 -Because "a preview of $ids must not fail: $($run.Notices)"
}

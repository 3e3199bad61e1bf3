# Forced, since a healthy PC would show a preview of nothing.
function Test-ProductPreview {
    param([string] $Engine, [string] $Script)
    $state = "$env:ProgramData\Mendsheet"
    $hadState = Test-Path -LiteralPath $state
    $ids = @(Get-ProductCheck -Engine $Engine -Script $Script)
    $before = Get-ServiceSnapshot
    $with = '-Check', ($ids -join ','), '-Force', '-WhatIf', '-AllowManaged'
    $found = Invoke-ProductReport -Engine $Engine -Script $Script -ArgumentList $with
    $changed = @(Compare-Snapshot -Before $before -After (Get-ServiceSnapshot))
    $seen = @{ ExitCode = $found.ExitCode; Services = $changed; Blocked = @(); Missing = @() }
    $shown = @($found.Report.checks)
    $seen.Blocked = @($shown | Where-Object -Property outcome -EQ 'Blocked' | ForEach-Object { $_.id })
    $seen.Missing = @($ids | Where-Object { $_ -notin $shown.id })
    $isSame = -not $changed -and $hadState -eq (Test-Path -LiteralPath $state)
    $outcome = if (-not $isSame -or $seen.Missing -or $found.ExitCode -notin 0, 1, 2, 13, 14) { 'broken' }
    elseif ($seen.Blocked) { 'open' }
    else { 'held' }
    @{ Outcome = $outcome; Seen = $seen }
}

function Test-ProductPreview {
    param([AllowEmptyString()] [string] $Engine, [AllowEmptyString()] [string] $Script)
    $state = "$env:ProgramData\Mendsheet"
    $hadState = Test-Path -LiteralPath $state
    $before = Get-ServiceSnapshot
    $found = Invoke-ProductReport -Engine $Engine -Script $Script -ArgumentList '-WhatIf', '-AllowManaged'
    $changed = @(Compare-Snapshot -Before $before -After (Get-ServiceSnapshot))
    $isSame = -not $changed -and $hadState -eq (Test-Path -LiteralPath $state)
    $isGood = $isSame -and $found.ExitCode -in 0, 1, 2, 13, 14
    $seen = @{ ExitCode = $found.ExitCode; Services = $changed; Previewed = @($found.Report.checks).Count }
    @{ Outcome = if ($isGood) { 'held' } else { 'broken' }; Seen = $seen }
}

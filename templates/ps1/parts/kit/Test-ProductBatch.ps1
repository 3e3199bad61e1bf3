function Test-ProductBatch {
    param([string] $Script)
    $batch = $Script -replace '\.ps1$', '.cmd'
    if (-not $Script -or -not (Test-Path -LiteralPath $batch)) { throw 'the product has no such script' }
    $with = @{
        Path           = "$env:SystemRoot\System32\cmd.exe"
        ArgumentList   = '/d', '/c', $batch, '/quiet'
        TimeoutSeconds = 1800
    }
    $ended = Invoke-NativeTool @with
    # 10: it has looked at nothing without the rights for it.
    $outcome = switch ($ended.ExitCode) {
        { $_ -in 0, 1, 2 } { 'held' }
        10 { 'open' }
        default { 'broken' }
    }
    @{ Outcome = $outcome; Seen = @{ ExitCode = $ended.ExitCode; TimedOut = $ended.TimedOut } }
}

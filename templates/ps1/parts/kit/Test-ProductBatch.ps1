function Test-ProductBatch {
    param([AllowEmptyString()] [string] $Script)
    $batch = $Script -replace '\.ps1$', '.cmd'
    if (-not $Script -or -not (Test-Path -LiteralPath $batch)) { throw 'the product has no such script' }
    $with = @{
        Path           = "$env:SystemRoot\System32\cmd.exe"
        ArgumentList   = '/d', '/c', $batch, '/quiet'
        TimeoutSeconds = 1800
    }
    $ended = Invoke-NativeTool @with
    $isGood = $ended.ExitCode -in 0, 1, 2, 10
    $seen = @{ ExitCode = $ended.ExitCode; TimedOut = $ended.TimedOut }
    @{ Outcome = if ($isGood) { 'held' } else { 'broken' }; Seen = $seen }
}

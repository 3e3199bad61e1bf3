# Runs a script in an engine of its own: { ExitCode, TimedOut, Lines }.
function Invoke-ProductScript {
    param(
        [string] $Engine,
        [string] $Script,
        [string[]] $ArgumentList = @(),
        [int] $TimeoutSeconds = 3600
    )
    if (-not $Engine) { throw 'this PowerShell is not installed' }
    if (-not $Script) { throw 'the product has no such script' }
    $first = '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File', $Script, '-Language', 'en'
    Invoke-NativeTool -Path $Engine -ArgumentList ($first + $ArgumentList) -TimeoutSeconds $TimeoutSeconds
}

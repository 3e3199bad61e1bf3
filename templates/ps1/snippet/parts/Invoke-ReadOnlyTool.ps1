function Invoke-ReadOnlyTool([string] $Path, [string[]] $ArgumentList, [int] $TimeoutSeconds = 60) {
    $null = $TimeoutSeconds
    $lines = @(& $Path @ArgumentList)
    [pscustomobject]@{ ExitCode = $LASTEXITCODE; TimedOut = $false; Lines = $lines }
}

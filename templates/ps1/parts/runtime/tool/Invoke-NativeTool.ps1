# { ExitCode, TimedOut, Lines }. Both outputs are read meanwhile: a full pipe would stop the program. Closed input
# cannot wait for an answer.
function Invoke-NativeTool {
    param(
        [Parameter(Mandatory)] [string] $Path,
        [string[]] $ArgumentList = @(),
        [int] $TimeoutSeconds = 60
    )
    $start = New-Object -TypeName Diagnostics.ProcessStartInfo
    $start.FileName = $Path
    $start.Arguments = ConvertTo-ArgumentText -ArgumentList $ArgumentList
    $start.UseShellExecute = $false
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $name = Split-Path -Path $Path -Leaf
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $process = [Diagnostics.Process]::Start($start)
    try {
        $reading = [Threading.Tasks.Task[]] @(
            $process.StandardOutput.ReadToEndAsync()
            $process.StandardError.ReadToEndAsync()
        )
        $process.StandardInput.Close()
        while (-not $process.WaitForExit(1000) -and $clock.Elapsed.TotalSeconds -lt $TimeoutSeconds) {
            Write-Step -Id 2 -Text "$name $([int] $clock.Elapsed.TotalSeconds) s"
        }
        Write-Step -Id 2 -Complete
        $timedOut = -not $process.HasExited
        if ($timedOut) { $process.Kill() }
        # A program that it left behind may hold the pipes.
        $complete = [Threading.Tasks.Task]::WaitAll($reading, 5000)
        $lines = if ($complete) { $reading | ForEach-Object { $_.Result -split '\r?\n' } }
        [pscustomobject]@{
            ExitCode = if ($timedOut) { $null } else { $process.ExitCode }
            TimedOut = $timedOut
            Lines    = @(@($lines) -ne '')
        }
    }
    finally { $process.Dispose() }
}
